import type { ReferenceType } from "../found/reference.ts";

const TYPES = new Map<string, ReferenceType>([
  ["article", "article"],
  ["periodical", "article"],
  ["inproceedings", "conference"],
  ["conference", "conference"],
  ["phdthesis", "thesis"],
  ["mastersthesis", "master-thesis"],
  ["thesis", "thesis"],
  ["bachelorsthesis", "other"],
  ["unpublished", "manuscript"],
  ["preprint", "preprint"],
  ["book", "book"],
  ["mvbook", "book"],
  ["collection", "book"],
  ["proceedings", "book"],
  ["booklet", "book"],
  ["inbook", "chapter"],
  ["incollection", "chapter"],
  ["suppbook", "chapter"],
  ["inreference", "chapter"],
  ["techreport", "report"],
  ["report", "report"],
  ["dataset", "dataset"],
  ["data", "dataset"],
  ["poster", "poster"],
  ["review", "review"],
  ["mvcollection", "book"],
  ["mvproceedings", "book"],
  ["mvreference", "book"],
  ["reference", "book"],
  ["manual", "report"],
  ["standard", "report"],
  ["software", "software"],
  ["patent", "patent"],
]);

/**
 * What the field `type`, `entrysubtype` or `howpublished` says where the type of the entry says
 * nothing or not enough.
 */
const FORMS: readonly [RegExp, ReferenceType][] = [
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
export const typeOfEntry = (entryType: string): ReferenceType => TYPES.get(entryType) ?? "other";

export const isOpenType = (entryType: string) => OPEN.has(entryType);

/** What an entry is by the words of such a field, if they say it. */
export const typeOfForm = (text: string): ReferenceType | undefined =>
  FORMS.find(([pattern]) => pattern.test(text))?.[1];
