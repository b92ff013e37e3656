import { Blob, Face, Font } from "harfbuzzjs";
import { Device, type Font as PdfFont, Matrix as Matrices, type Matrix, type Path } from "mupdf";
import { listFonts } from "../rules/font-rules.ts";
import type { InspectedPdf } from "./inspected-pdf.ts";
import { follow } from "./pdf-path.ts";

export type Point = readonly [x: number, y: number];

/** A form as it is drawn, whatever it is said to mean: a glyph, or a path that is filled. */
export interface PaintedForm {
  /** Where its lines and curves begin and end, in points from the page's top left. */
  points: Point[];
  /** Of the font, in points; 0 for a path. */
  size: number;
}

/** Where the lines and curves of an outline begin and end (SVG, upwards). */
export function listPoints(outline: string): Point[] {
  return Array.from(outline.matchAll(/[MLQC]([^MLQCZ]+)/g), ([, operands = ""]): Point => {
    const [x = 0, y = 0] = operands
      .split(/[\s,]+/)
      .map(Number)
      .slice(-2);
    return [x, y];
  });
}

const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** So much mupdf keeps of the name of a font. */
const NAME_LENGTH = 31;

/** Outlines from the fonts that are embedded in the document, in ems. */
function readOutlines(pdf: InspectedPdf): (font: string, glyph: number) => Point[] {
  const fonts = new Map(
    listFonts(pdf).map(({ name, font }) => {
      const file = follow(font, "DescendantFonts", 0, "FontDescriptor", "FontFile2");
      return [
        name.slice(0, NAME_LENGTH),
        new Font(new Face(new Blob(file.readStream().asUint8Array()))),
      ];
    }),
  );
  return (name, glyph) => {
    const font = fonts.get(name);
    const em = font?.face.upem ?? 1;
    return listPoints(font?.glyphToPath(glyph) ?? "").map(([x, y]): Point => [x / em, y / em]);
  };
}

function listPathPoints(path: Path, ctm: Matrix): Point[] {
  const points: Point[] = [];
  const add = (x: number, y: number) => points.push(apply(ctm, [x, y]));
  path.walk({
    moveTo: add,
    lineTo: add,
    curveTo: (_x1, _y1, _x2, _y2, x, y) => add(x, y),
  });
  return points;
}

/** What is seen of all pages, in the order of painting; what draws nothing is left out. */
export function readPaintedForms(pdf: InspectedPdf): PaintedForm[][] {
  const outlineOf = readOutlines(pdf);
  return pdf.pages.map((_, index) => {
    const forms: PaintedForm[] = [];
    const addGlyph = (font: PdfFont, place: Matrix, glyph: number) => {
      const points = outlineOf(font.getName(), glyph).map((point) => apply(place, point));
      if (points.length > 0) forms.push({ points, size: Math.abs(place[0]) });
    };
    const device = new Device({
      fillText: (text, ctm) =>
        text.walk({
          showGlyph: (font, place, glyph) => addGlyph(font, Matrices.concat(place, ctm), glyph),
        }),
      fillPath: (path, _evenOdd, ctm) => forms.push({ points: listPathPoints(path, ctm), size: 0 }),
    });
    pdf.document.loadPage(index).run(device, Matrices.identity);
    device.close();
    return forms;
  });
}
