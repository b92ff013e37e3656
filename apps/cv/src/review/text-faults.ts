import type { Cv } from "@triptych/schema";
import type { Warning } from "./warning.ts";

type Path = (string | number)[];

interface PlacedText {
  path: Path;
  key: string;
  text: string;
}

/** Every text of the record with its place and the key it stands under. */
export function listTexts(value: unknown, path: Path = [], key = ""): PlacedText[] {
  if (typeof value === "string") return [{ path, key, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => listTexts(item, [...path, index], key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => listTexts(item, [...path, name], name));
}

/**
 * UTF-8 read as Latin-1 or Windows-1252: `Ã©`, `â€™`; and the sign that stands for what could not
 * be read.
 */
const MOJIBAKE =
  /[ÃÂ][\u0080-\u00bf\u2018-\u201d\u2020-\u2022\u20ac\u0160\u0161\u017d\u017e\u0178\u0152\u0153\u0192\u02c6\u02dc]|â€|\ufffd/;

/** Commands, escapes and accents of LaTeX; a lone dollar sign may be money. */
const LATEX = /\\[a-zA-Z]+\b|\\[&%$#_{}~^"'`=.]|\$[^$\s][^$]*\$|\{\\|(?<!\w)\{[A-Z][^{}]*\}/;

/** Text in HTML: an entity or a tag of the kind databases leave in titles. */
const HTML = /&(?:amp|lt|gt|quot|nbsp|#\d+);|<\/?(?:i|b|sub|sup|em|strong|scp|span|p|br)\b[^>]*>/i;

/** Keys whose values are addresses or codes and may hold anything. */
export const CODES: ReadonlySet<string> = new Set([
  "url",
  "doi",
  "arxiv",
  "id",
  "venue",
  "person",
  "isbn",
  "email",
  "emails",
  "orcid",
]);

/** Texts that went through a wrong encoding, or still carry the markup of where they came from. */
export function findTextFaults(cv: Cv): Warning[] {
  return listTexts(cv)
    .filter(({ key }) => !CODES.has(key))
    .flatMap(({ path, text }): Warning[] => {
      const broken = MOJIBAKE.exec(text)?.[0];
      if (broken !== undefined)
        return [
          {
            path,
            message:
              `"${broken}" looks like text read in the wrong encoding; copy it again from its ` +
              "source",
          },
        ];
      const latex = LATEX.exec(text)?.[0];
      if (latex !== undefined)
        return [
          {
            path,
            message: `"${latex}" looks like LaTeX; write the characters themselves, such as é or β`,
          },
        ];
      const html = HTML.exec(text)?.[0];
      return html === undefined
        ? []
        : [{ path, message: `"${html}" looks like HTML; write the characters themselves` }];
    });
}

/** Fewer letters may well be an acronym. */
const SHORTEST_TITLE = 12;

/** Titles that shout. Only scripts with capitals can. */
export function findCapitalTitles({ publications }: Cv): Warning[] {
  return publications.flatMap(({ title }, index): Warning[] => {
    const letters = title.replaceAll(/[^\p{Lu}\p{Ll}]/gu, "");
    if (letters.length < SHORTEST_TITLE || /\p{Ll}/u.test(letters) || !title.includes(" "))
      return [];
    return [
      {
        path: ["publications", index, "title"],
        message:
          "is all in capitals; write it as the paper does, with capitals where names have them",
      },
    ];
  });
}
