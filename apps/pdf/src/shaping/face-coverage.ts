import { INVISIBLE } from "../text/invisible.ts";

/** The part of a font that is asked which characters it draws. */
export interface Coverage {
  hasGlyphForCodePoint(point: number): boolean;
}

/** Shapers take a space for it where a font has none of its own. */
const NO_BREAK_SPACE = 0xa0;

const needsGlyph = (point: number) =>
  point !== NO_BREAK_SPACE && !INVISIBLE.test(String.fromCodePoint(point));

/**
 * Lets a face answer for what is shaped without a glyph of its own: layout would hand it to a face
 * that nobody asked for.
 */
export function coverInvisible(face: Coverage): void {
  const has = face.hasGlyphForCodePoint.bind(face);
  face.hasGlyphForCodePoint = (point) => !needsGlyph(point) || has(point);
}
