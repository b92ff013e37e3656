import { Font as Fonts } from "@react-pdf/renderer";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";
import { readFile } from "node:fs/promises";
import { chooseFaces, type Piece } from "../../src/fonts/face-choice.ts";
import { loadTextFaces } from "../../src/fonts/text-faces.ts";
import type { PaintedGlyph } from "../reading/painted-glyphs.ts";

async function readFont(family: string, weight: number): Promise<Font> {
  const src = Fonts.getFont({ fontFamily: family, fontWeight: weight })?.src ?? "";
  const [, encoded] = src.split(";base64,");
  const bytes =
    encoded === undefined ? await readFile(src) : globalThis.Buffer.from(encoded, "base64");
  return new Font(new Face(new Blob(bytes)));
}

/** A piece of text as HarfBuzz alone would draw it, in ems from where it begins, and its width. */
async function drawPiece({ text, family = "Serif" }: Piece, weight: number) {
  const font = await readFont(family, weight);
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const em = font.face.upem;
  const places = buffer.getGlyphPositions();
  let pen = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index): PaintedGlyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
    const x = (pen + xOffset) / em;
    pen += xAdvance;
    return { outline: font.glyphToPath(codepoint), x, y: -yOffset / em, size: 1 };
  });
  return { glyphs: glyphs.filter(({ outline }) => outline !== ""), width: pen / em };
}

/**
 * What a text looks like by itself, in ems from where it begins: each piece of it in the face that is
 * chosen for it, shaped by HarfBuzz without anything of ours.
 */
export async function drawAlone(text: string, weight: number): Promise<PaintedGlyph[]> {
  const { split } = await chooseFaces([text], await loadTextFaces());
  let left = 0;
  const glyphs: PaintedGlyph[] = [];
  for (const piece of split(text)) {
    const drawn = await drawPiece(piece, weight);
    glyphs.push(...drawn.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + left })));
    left += drawn.width;
  }
  return glyphs;
}

/** How far a glyph may stand from its place, in ems: PDF writes thousandths. */
const SLACK = 0.004;

const isNear = (a: number, b: number) => Math.abs(a - b) <= SLACK;

/** Whether a text is drawn among the glyphs of a page, glyph by glyph and each in its place. */
export function isDrawn(page: readonly PaintedGlyph[], text: readonly PaintedGlyph[]): boolean {
  const [begin] = text;
  return page.some((first, start) =>
    text.every((glyph, index) => {
      const seen = page[start + index];
      return (
        seen?.outline === glyph.outline &&
        begin !== undefined &&
        isNear((seen.x - first.x) / first.size, glyph.x - begin.x) &&
        isNear((seen.y - first.y) / first.size, glyph.y - begin.y)
      );
    }),
  );
}
