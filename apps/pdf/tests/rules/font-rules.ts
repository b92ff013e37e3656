import type { PDFObject } from "mupdf";
import type { InspectedPdf } from "../reading/inspected-pdf.ts";
import { follow, listResources } from "../reading/pdf-path.ts";

/** The fonts of all pages by their name, each once. */
export function listFonts({ pages }: InspectedPdf): { name: string; font: PDFObject }[] {
  const fonts = new Map<number, { name: string; font: PDFObject }>();
  for (const { page } of pages) {
    for (const [, font] of listResources(page, "Font"))
      fonts.set(font.asIndirect(), { name: font.get("BaseFont").asName(), font });
  }
  return [...fonts.values()];
}

/** Fonts are inside the document (ISO 14289-1, 7.21.4.1). */
export function checkEmbedding(pdf: InspectedPdf): string[] {
  return listFonts(pdf)
    .filter(({ font }) => {
      const holder = font.get("DescendantFonts").isArray() ? font.get("DescendantFonts", 0) : font;
      return ["FontFile", "FontFile2", "FontFile3"].every((key) =>
        follow(holder, "FontDescriptor", key).isNull(),
      );
    })
    .map(({ name }) => `The font ${name} is not embedded.`);
}

/** What is shown can be read as text (7.21.7). */
export function checkUnicode(pdf: InspectedPdf): string[] {
  return listFonts(pdf)
    .filter(({ font }) => !font.get("ToUnicode").isStream())
    .map(({ name }) => `The font ${name} has no ToUnicode.`);
}

/** Every code that is shown has a meaning (7.21.7). */
export function checkMeanings({ pages }: InspectedPdf): string[] {
  return pages.flatMap(({ number, marks }) =>
    marks
      .filter(({ text }) => /[\0\ufffd]/.test(text))
      .map(({ tag }) => `Page ${number} shows a code without meaning in ${tag}.`),
  );
}
