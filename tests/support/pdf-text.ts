import * as mupdf from "mupdf";

export const countPages = (pdf: Uint8Array) =>
  mupdf.Document.openDocument(pdf, "application/pdf").countPages();

/** The text of a PDF as a reader program extracts it, page after page. */
export function extractText(pdf: Uint8Array): string {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  const pages = Array.from({ length: document.countPages() }, (_, index) =>
    document.loadPage(index).toStructuredText("preserve-whitespace").asText(),
  );
  return pages.join("\n");
}

/** Addresses of all links. */
export function extractLinks(pdf: Uint8Array): string[] {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  return Array.from({ length: document.countPages() }, (_, index) =>
    document
      .loadPage(index)
      .getLinks()
      .map((link) => link.getURI()),
  ).flat();
}

interface SpanLine {
  text: string;
  font: { name: string };
}

/** Text set in a semibold face, joined: what the document emphasises. */
export function extractEmphasis(pdf: Uint8Array): string {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  return Array.from({ length: document.countPages() }, (_, index) => {
    const { blocks }: { blocks: { lines?: SpanLine[] }[] } = JSON.parse(
      document.loadPage(index).toStructuredText("preserve-spans,preserve-whitespace").asJSON(),
    );
    return blocks
      .flatMap((block) => block.lines ?? [])
      .filter((line) => line.font.name.includes("SemiBold"))
      .map((line) => line.text)
      .join("\n");
  }).join("\n");
}

/** The files inside a PDF as text, joined. */
export function extractAttachments(pdf: Uint8Array): string {
  const document = new mupdf.PDFDocument(pdf);
  return Object.values(document.getEmbeddedFiles())
    .map((file) => document.getEmbeddedFileContents(file)?.asString() ?? "")
    .join("\n");
}
