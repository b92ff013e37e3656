import { PDFiumLibrary } from "@hyzyla/pdfium";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inspectPdf } from "./inspected-pdf.ts";
import { readByPdfjs } from "./pdfjs-text.ts";

/** The text of all pages as a program copies it; undefined where it is not installed. */
type Reader = (pdf: Buffer) => Promise<string | undefined>;

/** pdftotext of poppler, which wraps what runs from right to left in marks of direction. */
const readByPoppler =
  (...options: string[]): Reader =>
  async (pdf) => {
    const folder = await mkdtemp(join(tmpdir(), "triptych-read-"));
    const file = join(folder, "read.pdf");
    try {
      await writeFile(file, pdf);
      const args = [...options, "-enc", "UTF-8", file, "-"];
      const { stdout } = await promisify(execFile)("pdftotext", args);
      return stdout.replaceAll(/[\u200e\u200f\u202a-\u202e]/g, "");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

/**
 * What Ghostscript writes anew, as poppler copies it: mail gateways and submission systems send
 * PDFs through it.
 */
async function readByGhostscript(pdf: Buffer): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-gs-"));
  const [from, to] = [join(folder, "from.pdf"), join(folder, "to.pdf")];
  try {
    await writeFile(from, pdf);
    const options = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite"];
    await promisify(execFile)("gs", [...options, `-sOutputFile=${to}`, from]);
    return await readByPoppler()(await readFile(to));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readByPdfium(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages.join("\n");
}

async function readByMupdf(pdf: Buffer): Promise<string> {
  const { document } = inspectPdf(pdf);
  return Array.from({ length: document.countPages() }, (_, index) =>
    document.loadPage(index).toStructuredText("preserve-whitespace").asText(),
  ).join("\n");
}

export const PROGRAMS = {
  "pdf.js": async (pdf) => (await readByPdfjs(pdf)).map(({ text }) => text).join("\n"),
  mupdf: readByMupdf,
  PDFium: readByPdfium,
  poppler: readByPoppler(),
  "poppler in the order of painting": readByPoppler("-raw"),
  Ghostscript: readByGhostscript,
} satisfies Record<string, Reader>;
