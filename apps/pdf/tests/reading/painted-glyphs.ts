import { Blob, Face, Font } from "harfbuzzjs";
import { type Font as PdfFont, type Matrix, Matrix as Matrices, Device } from "mupdf";
import { listFonts } from "../rules/font-rules.ts";
import type { InspectedPdf } from "./inspected-pdf.ts";
import { follow } from "./pdf-path.ts";

/** A glyph as it is drawn, whatever it is said to mean. */
export interface PaintedGlyph {
  /** In units of its font, as SVG. */
  outline: string;
  /** Where it stands, in points from the page's top left, and its size. */
  x: number;
  y: number;
  size: number;
}

/** Outlines from the fonts that are embedded in the document. */
function readOutlines(pdf: InspectedPdf): (font: string, glyph: number) => string {
  const fonts = new Map(
    listFonts(pdf).map(({ name, font }) => {
      const file = follow(font, "DescendantFonts", 0, "FontDescriptor", "FontFile2");
      return [name, new Font(new Face(new Blob(file.readStream().asUint8Array())))];
    }),
  );
  return (name, glyph) => fonts.get(name)?.glyphToPath(glyph) ?? "";
}

/** What is seen of the text of all pages, in the order of painting; what draws nothing left out. */
export function readPaintedGlyphs(pdf: InspectedPdf): PaintedGlyph[][] {
  const outlineOf = readOutlines(pdf);
  return pdf.pages.map((_, index) => {
    const glyphs: PaintedGlyph[] = [];
    const add = (font: PdfFont, place: Matrix, ctm: Matrix, glyph: number) => {
      const outline = outlineOf(font.getName(), glyph);
      const [size, , , , x, y] = Matrices.concat(place, ctm);
      if (outline !== "") glyphs.push({ outline, x, y, size: Math.abs(size) });
    };
    const device = new Device({
      fillText: (text, ctm) =>
        text.walk({ showGlyph: (font, place, glyph) => add(font, place, ctm, glyph) }),
    });
    pdf.document.loadPage(index).run(device, Matrices.identity);
    device.close();
    return glyphs;
  });
}
