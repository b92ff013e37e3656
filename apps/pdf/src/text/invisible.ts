/**
 * Characters that shape others and draw nothing: soft hyphen, joiners, marks and isolates of
 * direction, variation selectors (Unicode, Default_Ignorable_Code_Point, as far as texts use them).
 */
export const INVISIBLE =
  /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Variation_Selector}]/u;

/** Letters written from right to left. */
export const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * What is written around a text that runs from right to left, so that it keeps to itself: in a list
 * of names in Latin letters, the first of two Hebrew names stays the first (Unicode Standard Annex
 * 9, 2.5: FSI and PDI). Empty around other texts.
 */
export function isolatesAround(text: string): readonly [before: string, after: string] {
  return RIGHT_TO_LEFT.test(text) ? ["\u2068", "\u2069"] : ["", ""];
}
