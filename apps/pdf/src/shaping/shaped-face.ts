import { isRightToLeft } from "@triptych/view";
import { mirror } from "../text/bidi.ts";
import { createShaper, type Shaped, type Shaper } from "./shaper.ts";

/** The part of a font that react-pdf asks for glyphs. */
export interface ShapingFont {
  /** Of text of one script and one direction; mirrored already where it runs from right to left. */
  layout: (text: string) => Shaped;
}

/** Runs kept a face: names and venues repeat, and a run is shaped alike wherever it stands. */
const LIMIT = 20_000;

/**
 * Lets HarfBuzz shape what react-pdf sets in a font, in the way in which react-pdf can carry it:
 * - its layout overwrites the vertical offsets of marks, and leaves the vertical advance alone,
 *   which horizontal text does not use: the offset travels there, and the painter reads it there;
 * - it mirrors brackets itself, as HarfBuzz does: they are turned back before, and the painter
 *   reads what they stand for the same way.
 * @param file the bytes of the font
 * @param language of the texts (BCP 47)
 */
export function shapeByHarfBuzz(face: ShapingFont, file: Uint8Array, language: string): void {
  let shaper: Shaper | undefined;
  const known = new Map<string, Shaped>();
  const shapeRun = (text: string): Shaped => {
    shaper ??= createShaper(file, language);
    const isReversed = isRightToLeft(text);
    const { glyphs, positions } = isReversed
      ? shaper(mirror(text), "rtl", text)
      : shaper(text, "ltr");
    return {
      glyphs,
      positions: positions.map(({ xAdvance, xOffset, yOffset }) => ({
        xAdvance,
        xOffset,
        yOffset,
        yAdvance: yOffset,
      })),
    };
  };
  face.layout = (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= LIMIT) known.clear();
    const shaped = shapeRun(text);
    known.set(text, shaped);
    return shaped;
  };
}
