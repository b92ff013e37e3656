/** Letters written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text has a direction of its own in a line that runs from left to right. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * What is written around a text that runs from right to left, so that it keeps to itself: in a list
 * of names in Latin letters, the first of two Hebrew names stays the first (Unicode Standard Annex
 * 9, 2.5: FSI and PDI). Empty around other texts.
 */
export const isolatesAround = (text: string): readonly [before: string, after: string] =>
  isRightToLeft(text) ? ["\u2068", "\u2069"] : ["", ""];

export const isolate = (text: string): string => isolatesAround(text).join(text);

/** A sentence around texts of the record, each of which keeps to itself. */
export const say = (sentence: TemplateStringsArray, ...texts: (string | number)[]): string =>
  String.raw({ raw: sentence }, ...texts.map((text) => isolate(String(text))));
