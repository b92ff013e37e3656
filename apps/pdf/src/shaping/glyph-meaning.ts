import { RIGHT_TO_LEFT } from "../text/invisible.ts";
import type { ShapedGlyph } from "./shaping.ts";

/** The parts of a fontkit font that give out glyphs. */
export interface GlyphSource {
  readonly characterSet: readonly number[];
  glyphForCodePoint(point: number): ShapedGlyph;
  getGlyph(id: number, points?: number[]): ShapedGlyph;
}

/**
 * Arabic letters share glyphs with their dots taken off; the glyphs of the dots stand for nothing
 * of their own.
 */
function needsOwnMeaning(glyph: ShapedGlyph, points: readonly number[]): boolean {
  const isSame =
    points.length === glyph.codePoints.length &&
    points.every((point, index) => point === glyph.codePoints[index]);
  return (
    !isSame &&
    (points.length === 0 || points.some((point) => RIGHT_TO_LEFT.test(String.fromCodePoint(point))))
  );
}

/**
 * Latin letters and general punctuation: where characters share a glyph (’ and ʼ), these are what
 * is meant.
 */
const isUsual = (point: number) => point < 0x250 || (point >= 0x2010 && point <= 0x2044);

/**
 * The micro sign is a Greek mu by Unicode's own mapping; Greek words are to be found as they are
 * written.
 */
const MICRO = 0xb5;

/** Who asks first for a glyph that several characters share. */
const rankOf = (point: number) => (point === MICRO ? 2 : isUsual(point) ? 0 : 1);

/**
 * A font has one object for each glyph, with the characters of whoever asks first. Writing a
 * document asks without any, for the full stop as a part of the colon: the next document would show
 * full stops that cannot be read as text. So every character's glyph is asked for at the start, in
 * one order for all documents, and ligatures stand for their letters once they are set.
 */
export function keepMeanings(font: GlyphSource): void {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, points) => {
    const glyph = getGlyph(id, points);
    if (points === undefined) return glyph;
    if (needsOwnMeaning(glyph, points))
      return Object.create(glyph, { codePoints: { value: points } });
    if (points.length > glyph.codePoints.length) glyph.codePoints = points;
    return glyph;
  };
  const inOrder = font.characterSet.toSorted((a, b) => rankOf(a) - rankOf(b) || a - b);
  for (const point of inOrder) font.glyphForCodePoint(point);
}
