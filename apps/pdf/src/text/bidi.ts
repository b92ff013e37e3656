import bidiFactory, { type Bidi } from "bidi-js";

/** Node imports as the function itself what the library's types call its default. */
const factory: unknown = bidiFactory;
if (typeof factory !== "function") throw new Error("bidi-js has another shape; was it upgraded?");
/** The Unicode Bidirectional Algorithm (Standard Annex 9), by which the layout orders runs too. */
const BIDI: Bidi = Reflect.apply(factory, undefined, []);

/** The level of each UTF-16 unit; what runs from right to left has an odd one. */
export const bidiLevels = (text: string): Uint8Array => BIDI.getEmbeddingLevels(text).levels;

/**
 * The text with each bracket and sign of direction turned round, as it is drawn from right to left;
 * twice gives the text again.
 */
export function mirror(text: string): string {
  return Array.from(text, (each) => BIDI.getMirroredCharacter(each) ?? each).join("");
}
