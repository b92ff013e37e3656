import type { PaintedBox } from "./page-layout.ts";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** pdf.js says at its import that it cannot draw without a canvas; it only reads here. */
async function importPdfjs(): Promise<Pdfjs> {
  const { warn, log } = console;
  console.warn = () => undefined;
  console.log = () => undefined;
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
    console.log = log;
  }
}

/** A page as pdf.js reads it: another program than the one by which the other checks read. */
export interface PdfjsPage {
  text: string;
  boxes: PaintedBox[];
}

/**
 * Text and places of text; a box reaches from the line down to its letters' height, in points from
 * the page's top left.
 */
export async function readByPdfjs(bytes: Uint8Array): Promise<PdfjsPage[]> {
  const { getDocument } = await importPdfjs();
  // It takes the bytes away from who gives them.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: PdfjsPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ("str" in item ? [item] : []));
    pages.push({
      text: texts.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join(""),
      boxes: texts
        .filter(({ str }) => str.trim() !== "")
        .map(({ str, width, transform }): PaintedBox => {
          const [, , , size = 0, left = 0, baseline = 0] = transform.map(Number);
          return {
            kind: "line",
            page: number,
            left,
            right: left + width,
            top: height - baseline - size * 0.62,
            bottom: height - baseline + size * 0.05,
            text: str,
          };
        }),
    });
  }
  await loading.destroy();
  return pages;
}
