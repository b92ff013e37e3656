import type { InspectedPdf } from "../reading/inspected-pdf.ts";
import { listItems } from "../reading/pdf-path.ts";

/** The document says that it is tagged (ISO 14289-1, 7.1). */
export function checkMarked({ catalogue }: InspectedPdf): string[] {
  return catalogue.get("MarkInfo", "Marked").asBoolean()
    ? []
    : ["MarkInfo does not say Marked true."];
}

/** Its tags are no guess (7.1). */
export function checkSuspects({ catalogue }: InspectedPdf): string[] {
  return catalogue.get("MarkInfo", "Suspects").asBoolean() ? ["MarkInfo says Suspects true."] : [];
}

/** It says in which language it is (7.2). */
export function checkLanguage({ catalogue }: InspectedPdf): string[] {
  return catalogue.get("Lang").asString() === "" ? ["The catalogue has no Lang."] : [];
}

/** Readers show its title and not the name of the file (7.1). */
export function checkTitleDisplay({ catalogue }: InspectedPdf): string[] {
  return catalogue.get("ViewerPreferences", "DisplayDocTitle").asBoolean()
    ? []
    : ["ViewerPreferences does not say DisplayDocTitle true."];
}

/**
 * It has an outline (7.17 for the navigation of long documents; here of every document with
 * sections).
 */
export function checkOutline({ catalogue, elements }: InspectedPdf): string[] {
  const hasSections = elements.some(({ type }) => type === "Sect");
  return hasSections && catalogue.get("Outlines", "First").isNull() ? ["There is no outline."] : [];
}

/** Pages with links are tabbed through in the order of the structure (7.18.3). */
export function checkTabOrder({ pages }: InspectedPdf): string[] {
  return pages
    .filter(
      ({ page }) => listItems(page.get("Annots")).length > 0 && page.get("Tabs").asName() !== "S",
    )
    .map(({ number }) => `Page ${number} has annotations and no Tabs S.`);
}

/**
 * Files inside have both forms of their name and say what they are to the document (7.11; ISO
 * 19005-3, 6.8).
 */
export function checkAttachments({ document }: InspectedPdf): string[] {
  return Object.entries(document.getEmbeddedFiles()).flatMap(([name, file]) =>
    ["F", "UF", "AFRelationship", "Desc"]
      .filter((key) => file.get(key).isNull())
      .map((key) => `The attachment ${name} has no ${key}.`),
  );
}
