import { type CitationKind, readKindNames } from "@triptych/schema";

const KINDS = readKindNames("bibtex");

/**
 * What the field `type`, `entrysubtype` or `howpublished` says where the type of the entry says
 * nothing or not enough.
 */
const FORMS: readonly [RegExp, CitationKind][] = [
  [/^(?:mathesis|master|msc|m\.sc)/i, "master-thesis"],
  [/^(?:bathesis|bachelor)/i, "other"],
  [/^(?:phdthesis|ph\.?\s?d|doctoral|dissertation)/i, "thesis"],
  [/^tech(?:nical\s)?report/i, "report"],
  [/^poster\b/i, "poster"],
  [/^patent/i, "patent"],
  [/^data\s?set\b/i, "dataset"],
  [/^software\b/i, "software"],
  [/^(?:book )?review\b/i, "review"],
];

/** Types that a field may make more exact. */
const OPEN = new Set([
  "misc",
  "online",
  "electronic",
  "article",
  "thesis",
  "phdthesis",
  "techreport",
  "report",
  "unpublished",
]);

/** What an entry is by its type alone. */
export const kindOfEntry = (entryType: string): CitationKind => KINDS.get(entryType) ?? "other";

export const isOpenType = (entryType: string) => OPEN.has(entryType);

/** What an entry is by the words of such a field, if they say it. */
export const kindOfForm = (text: string): CitationKind | undefined =>
  FORMS.find(([pattern]) => pattern.test(text))?.[1];
