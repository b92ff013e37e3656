/** The grammar of English as far as the words need it. */

const plurals = new Intl.PluralRules("en");
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const numbers = new Intl.NumberFormat("en-US");
const counts = new Intl.NumberFormat("en-US", { useGrouping: false });
const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });
const months = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

/** `1,234`: a figure that was reported, or a long list. */
export const number = (value: number): string => numbers.format(value);

/** `1234`: how many things of the record there are, within a sentence. */
export const counted = (count: number): string => counts.format(count);

/** The first of two forms for exactly one thing, else the second. */
export const choose = (count: number, one: string, other: string): string =>
  plurals.select(count) === "one" ? one : other;

const SUFFIXES: Record<Intl.LDMLPluralRule, string> = {
  zero: "th",
  one: "st",
  two: "nd",
  few: "rd",
  many: "th",
  other: "th",
};

/** `1st`, `2nd`, `37th`. */
export const ordinal = (value: number): string => `${value}${SUFFIXES[ordinals.select(value)]}`;

/** `A, B and C`. */
export const list = (items: readonly string[]): string => lists.format(items);

/** `Jun`; `month` from 1. */
export const monthName = (month: number): string => months.format(Date.UTC(2000, month - 1));

/** `$481,746`, `£394,851`, `$90,431.50`: cents only where there are any. */
export function money({ value, currency }: { value: number; currency: string }): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** The first letter large, as at the beginning of a line. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter small, as within a sentence. */
export const within = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What things are called: alone at the head of a list, within a sentence, and counted. */
export interface Noun {
  /** `Paper`, `Papers`. */
  title: (of: { count: number }) => string;
  /** `paper`, `papers`. */
  name: (of: { count: number }) => string;
  /** `4 papers`. */
  counted: (of: { count: number }) => string;
}

export function noun(one: string, other: string): Noun {
  const name = ({ count }: { count: number }) => choose(count, one, other);
  return {
    name,
    title: (of) => capitalise(name(of)),
    counted: (of) => `${counted(of.count)} ${name(of)}`,
  };
}
