import { Font as Fonts } from "@react-pdf/renderer";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";
import { readFile } from "node:fs/promises";
import { chooseFaces, type Piece } from "../../src/fonts/face-choice.ts";
import { loadTextFaces } from "../../src/fonts/text-faces.ts";
import { listPoints, type PaintedForm, type Point } from "../reading/painted-forms.ts";

async function readFont(family: string, weight: number): Promise<Font> {
  const src = Fonts.getFont({ fontFamily: family, fontWeight: weight })?.src ?? "";
  const [, encoded] = src.split(";base64,");
  const bytes =
    encoded === undefined ? await readFile(src) : globalThis.Buffer.from(encoded, "base64");
  return new Font(new Face(new Blob(bytes)));
}

/** Glyphs as HarfBuzz alone draws a piece of text, in ems, downwards, and its width. */
async function drawPiece({ text, family = "Serif" }: Piece, weight: number) {
  const font = await readFont(family, weight);
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const em = font.face.upem;
  const places = buffer.getGlyphPositions();
  let pen = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
    const left = pen + xOffset;
    pen += xAdvance;
    return listPoints(font.glyphToPath(codepoint)).map(([x, y]): Point => [
      (left + x) / em,
      -(yOffset + y) / em,
    ]);
  });
  return { glyphs: glyphs.filter((points) => points.length > 0), width: pen / em };
}

/**
 * What a text looks like by itself, glyph by glyph, in ems from where it begins: each piece of it in
 * the face that is chosen for it, shaped by HarfBuzz without anything of ours.
 */
export async function drawAlone(text: string, weight: number): Promise<Point[][]> {
  const { split } = await chooseFaces([text], await loadTextFaces());
  let left = 0;
  const glyphs: Point[][] = [];
  for (const piece of split(text)) {
    const start = left;
    const drawn = await drawPiece(piece, weight);
    glyphs.push(...drawn.glyphs.map((points) => points.map(([x, y]): Point => [x + start, y])));
    left += drawn.width;
  }
  return glyphs;
}

/** How far a point may be from its place, in ems: PDF writes thousandths. */
const SLACK = 0.004;

/** Whether a text is drawn on a page, glyph by glyph and each in its place. */
export function isDrawn(
  page: readonly PaintedForm[],
  text: readonly (readonly Point[])[],
): boolean {
  const [[first] = []] = text;
  if (first === undefined) return false;
  return page.some(({ points: [begin], size }) => {
    if (begin === undefined || size === 0) return false;
    const isAt = (seen: Point | undefined, [x, y]: Point) =>
      seen !== undefined &&
      Math.abs((seen[0] - begin[0]) / size - (x - first[0])) <= SLACK &&
      Math.abs((seen[1] - begin[1]) / size - (y - first[1])) <= SLACK;
    return text.every((glyph) =>
      page.some(
        ({ points }) =>
          points.length === glyph.length &&
          glyph.every((point, index) => isAt(points[index], point)),
      ),
    );
  });
}
