import { INVISIBLE, RIGHT_TO_LEFT } from "../text/invisible.ts";

/** fontkit's glyph, as far as it is read here; the advance in font units. */
export interface ShapedGlyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

/**
 * Where a glyph goes, relative to the pen; font units from fontkit, points after react-pdf's
 * layout.
 */
export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

export interface Shaped {
  glyphs: ShapedGlyph[];
  positions: GlyphPosition[];
}

type Shape = (
  text: string,
  features?: unknown,
  script?: unknown,
  language?: unknown,
  direction?: unknown,
) => Shaped;

export interface ShapingFont {
  layout: Shape;
}

/** What needs no care: Latin letters without combining marks, general punctuation. */
const PLAIN = /^[\u0020-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u2044]*$/;

export const isPlain = (text: string) => PLAIN.test(text);

/**
 * fontkit sets a blank without width for a character that draws nothing, which would be read as a
 * blank; such a glyph is given back its character.
 */
function nameInvisible(
  glyphs: readonly ShapedGlyph[],
  positions: readonly GlyphPosition[],
  text: string,
): ShapedGlyph[] {
  const points = [...text]
    .filter((character) => INVISIBLE.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
  return glyphs.map((glyph, index) => {
    const isHidden = glyph.codePoints[0] === 0x20 && positions[index]?.xAdvance === 0;
    const point = isHidden ? points.shift() : undefined;
    return point === undefined ? glyph : { id: glyph.id, advanceWidth: 0, codePoints: [point] };
  });
}

/**
 * Makes a font shape for react-pdf what it cannot carry by itself:
 * - its layout overwrites the vertical offsets of marks, and leaves the vertical advance alone,
 *   which horizontal text does not use: the
 *   offset travels there, and the painter reads it there;
 * - it asks for every text from left to right, and turns the glyphs round afterwards. Marks of
 *   Arabic and Hebrew are placed for the
 *   order in which they will stand.
 */
export function refineShaping(font: ShapingFont): void {
  const shape = font.layout.bind(font);
  font.layout = (text, features, script, language, direction) => {
    if (isPlain(text)) return shape(text, features, script, language, direction);
    const isReversed = RIGHT_TO_LEFT.test(text);
    const shaped = shape(text, features, script, language, isReversed ? "rtl" : direction);
    const glyphs = isReversed ? shaped.glyphs.toReversed() : shaped.glyphs;
    const positions = (isReversed ? shaped.positions.toReversed() : shaped.positions).map(
      ({ xAdvance, xOffset, yOffset }) => ({
        xAdvance,
        xOffset,
        yOffset,
        yAdvance: yOffset,
      }),
    );
    return { glyphs: nameInvisible(glyphs, positions, text), positions };
  };
}
