import type { Cv, Variant } from "@triptych/schema";
import { loadCv } from "@triptych/data";
import { composeDocument, type CvDocument, fullVariant } from "@triptych/view";
import { language } from "../../src/words.ts";
import { fileURLToPath } from "node:url";
import { type Paper, SHEETS } from "../../src/components/paper.ts";
import { documentDate } from "../../src/document/document-date.ts";
import { renderCv } from "../../src/document/render-cv.tsx";
import { mm } from "../../src/components/styles.ts";
import { type InspectedPdf, inspectPdf } from "../reading/inspected-pdf.ts";

export const CONTENT = fileURLToPath(new URL("../../../../packages/data/content", import.meta.url));
export const SITE = "https://cv.example.org";

/** A record rendered, with what it should say and what it says. */
export interface Rendered {
  cv: Cv;
  pdf: Buffer;
  pages: number;
  document: CvDocument;
  inspected: InspectedPdf;
}

/** The record that comes with the project; throws where it is faulty. */
export async function loadRecord(): Promise<Cv> {
  const loaded = await loadCv(CONTENT);
  if (loaded.kind !== "valid") throw new Error("The record is faulty.");
  return loaded.cv;
}

/** Renders a record with its own date; throws where it cannot be rendered. */
export async function renderSample(
  cv: Cv,
  {
    variant = fullVariant(language),
    paper = "a4",
    site = SITE,
  }: { variant?: Variant; paper?: Paper; site?: string } = {},
): Promise<Rendered> {
  const result = await renderCv({ cv, variant, paper, site, date: documentDate(cv, undefined) });
  if (result.kind !== "rendered") throw new Error(JSON.stringify(result));
  return {
    cv,
    pdf: result.pdf,
    pages: result.pages,
    document: composeDocument(cv, language, variant),
    inspected: inspectPdf(result.pdf),
  };
}

/** What text and drawings must keep to: the margins, and above them the running head. */
export function frameOf(paper: Paper): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  const [width, height] = SHEETS[paper];
  return { left: mm(20), top: mm(9), right: width - mm(22), bottom: height - mm(16) };
}
