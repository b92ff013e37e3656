import { readDate, readPeriod } from "./read-date.ts";
import { readNumber } from "./read-number.ts";

const YES = /^(yes|y|on|true|ja|oui|si|sí)$/i;
const NO = /^(no|n|off|false|nein|non)$/i;

const slug = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");

const INVERTED = /^[^,]+, [^,]+$/;

/**
 * Names in a row: at semicolons, else at commas and "and"; `Family, Given and …` as BibTeX has
 * it.
 */
function splitList(given: string): string[] {
  const text = given.replace(/^[-*•]\s*/, "");
  const bibtex = text.split(/\s+and\s+/);
  if (bibtex.length > 1 && bibtex.every((name) => INVERTED.test(name)))
    return bibtex.map((name) => name.split(", ").toReversed().join(" "));
  const marks = text.includes(";") ? /\s*;\s*/ : /\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/;
  return text.split(marks).filter((part) => part !== "");
}

function proposeAmount(text: string): unknown[] {
  const currency =
    /\b[A-Z]{3}\b/.exec(text)?.[0] ??
    (text.includes("€")
      ? "EUR"
      : text.includes("£")
        ? "GBP"
        : text.includes("$")
          ? "USD"
          : undefined);
  const value = readNumber(text.replace(currency ?? "", "").trim());
  return currency === undefined || value === undefined ? [] : [{ value, currency }];
}

const unwrap = (text: string) => text.replace(/^[“„‟«"'‘]+(.*?)[”“»"'’]+$/su, "$1");

/** An address or identifier without what people put around it. */
function proposeIdentifier(text: string): string[] {
  return [
    text
      .replace(/^(?:https?:\/\/)?(?:dx\.)?(?:doi\.org|orcid\.org|arxiv\.org\/(?:abs|pdf))\//i, "")
      .replace(/\.pdf$/, ""),
    text.replace(/^(?:doi|arxiv|orcid(?: id)?|isbn(?:-1[03])?|mailto)\s*:?\s*/i, ""),
    text.replaceAll(/[\s‐‑–]+/gu, "-"),
    text.replaceAll(/[\s-]/g, ""),
    text.replaceAll(/\s*[([{]?at[)\]}]?\s*/g, "@"),
    text.replaceAll(/\s/g, ""),
    `https://${text}`,
    text.toUpperCase(),
  ];
}

/**
 * What may have been meant by a text, the likeliest first; the schema decides which of it fits the
 * place.
 */
export function proposeForText(text: string): unknown[] {
  const bare = unwrap(text);
  const number = readNumber(bare);
  const date = readDate(bare);
  return [
    ...(bare === text ? [] : [bare]),
    ...(YES.test(bare) ? [true] : NO.test(bare) ? [false] : []),
    ...(number === undefined ? [] : [number]),
    ...(date === undefined ? [] : [date]),
    ...[readPeriod(bare)].filter((period) => period !== undefined),
    ...proposeAmount(bare),
    text.trim(),
    text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim(),
    ...proposeIdentifier(bare),
    bare.toLowerCase(),
    ...(/^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$/.test(bare) ? [bare.slice(0, 4)] : []),
    slug(bare),
    { name: bare },
    splitList(bare),
  ];
}

/** The same for a group or a list that stands where a text or the other of the two belongs. */
export function proposeForCollection(
  value: unknown,
  { source, isTitle }: { source: string; isTitle: boolean },
): unknown[] {
  // The brackets of a title are the owner's words; elsewhere they were meant as a list.
  if (Array.isArray(value) && value.length === 1 && !isTitle) return [...value, source];
  // `{ en: Title }` says more than a text; `{x}` was one.
  const isText = Object.values(Object(value)).every((child) => child === null);
  return isText || Array.isArray(value) ? [source, [value]] : [[value]];
}
