import {
  checkAttachments,
  checkLanguage,
  checkMarked,
  checkOutline,
  checkSuspects,
  checkTabOrder,
  checkTitleDisplay,
} from "./catalogue-rules.ts";
import {
  checkBalance,
  checkNesting,
  checkPainting,
  checkParentTree,
  checkReferences,
} from "./content-rules.ts";
import { checkEmbedding, checkMeanings, checkUnicode } from "./font-rules.ts";
import { type InspectedPdf, inspectPdf } from "../reading/inspected-pdf.ts";
import { checkLinkDescriptions, checkLinkElements, checkLinkWords } from "./link-rules.ts";
import {
  checkArchive,
  checkIdentification,
  checkInfoAgreement,
  checkMetadata,
  checkModificationDate,
  checkTitle,
} from "./metadata-rules.ts";
import {
  checkEmptiness,
  checkFigureBoxes,
  checkFigureDescriptions,
  checkHeadingOrder,
  checkLists,
  checkMainHeading,
  checkNumbering,
  checkSections,
  checkTree,
  checkTypes,
} from "./structure-rules.ts";

/**
 * A subset of PDF/UA-1 (ISO 14289-1) and what a CV needs beside it; veraPDF has the
 * last word (0070).
 */
export const RULES = {
  marked: checkMarked,
  suspects: checkSuspects,
  language: checkLanguage,
  "title-display": checkTitleDisplay,
  outline: checkOutline,
  "tab-order": checkTabOrder,
  attachments: checkAttachments,
  metadata: checkMetadata,
  identification: checkIdentification,
  archive: checkArchive,
  title: checkTitle,
  "modification-date": checkModificationDate,
  "info-agreement": checkInfoAgreement,
  painting: checkPainting,
  balance: checkBalance,
  nesting: checkNesting,
  references: checkReferences,
  "parent-tree": checkParentTree,
  tree: checkTree,
  types: checkTypes,
  "heading-order": checkHeadingOrder,
  "main-heading": checkMainHeading,
  sections: checkSections,
  emptiness: checkEmptiness,
  lists: checkLists,
  numbering: checkNumbering,
  "figure-descriptions": checkFigureDescriptions,
  "figure-boxes": checkFigureBoxes,
  "link-elements": checkLinkElements,
  "link-descriptions": checkLinkDescriptions,
  "link-words": checkLinkWords,
  embedding: checkEmbedding,
  unicode: checkUnicode,
  meanings: checkMeanings,
} as const satisfies Record<string, (pdf: InspectedPdf) => string[]>;

/**
 * What a PDF violates, as `rule: message`; empty where it keeps to all rules. Throws where the
 * bytes are no PDF.
 */
export function checkPdf(bytes: Uint8Array): string[] {
  const pdf = inspectPdf(bytes);
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(pdf).map((message) => `${rule}: ${message}`),
  );
}
