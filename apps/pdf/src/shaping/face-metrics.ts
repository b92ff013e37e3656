import { INVISIBLE } from "../text/invisible.ts";

/** What layout asks a face for, at every character of every text. */
export interface FaceMetrics {
  /** Font units. */
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  hasGlyphForCodePoint(point: number): boolean;
}

/** Shapers take a space for it where a font has none of its own. */
const NO_BREAK_SPACE = 0xa0;

const needsGlyph = (point: number) =>
  point !== NO_BREAK_SPACE && !INVISIBLE.test(String.fromCodePoint(point));

/**
 * Lets a face answer for what is shaped without a glyph of its own, which layout would hand to a
 * face that nobody asked for; and keeps what it answers: fontkit looks each of them up in the font's
 * tables whenever it is asked, a twentieth of a long document's time.
 */
export function keepMetrics(face: FaceMetrics): void {
  const { unitsPerEm, ascent, descent, lineGap } = face;
  for (const [name, value] of Object.entries({ unitsPerEm, ascent, descent, lineGap }))
    Object.defineProperty(face, name, { value, configurable: true });
  const has = face.hasGlyphForCodePoint.bind(face);
  const known = new Map<number, boolean>();
  face.hasGlyphForCodePoint = (point) => {
    const answer = known.get(point) ?? (!needsGlyph(point) || has(point));
    known.set(point, answer);
    return answer;
  };
}
