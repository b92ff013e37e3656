import { type CitationKind, readKindNames } from "@triptych/schema";
import type { FieldReader } from "./bibtex-field.ts";

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
const kindOfEntry = (entryType: string): CitationKind => KINDS.get(entryType) ?? "other";

const isOpenType = (entryType: string) => OPEN.has(entryType);

/** What an entry is by the words of such a field, if they say it. */
export const kindOfForm = (text: string): CitationKind | undefined =>
  FORMS.find(([pattern]) => pattern.test(text))?.[1];

/** Types that say nothing of what the work is. */
const NAMELESS = new Set(["misc", "online", "electronic"]);

const PREPRINT = /^(?:pre-?print|e-?print|working paper|discussion paper)\b/i;

/**
 * `@misc` is whatever has no type. What stands in an archive is found to be a preprint later, by
 * its identifier, its address or the name of the archive.
 */
export function readKind(entryType: string, fields: FieldReader): CitationKind {
  const kind = kindOfEntry(entryType);
  if (!isOpenType(entryType)) return kind;
  const isNameless = NAMELESS.has(entryType);
  for (const field of ["type", "entrysubtype", "howpublished"]) {
    const value = fields.values.get(field)?.replaceAll(/[{}]/g, "").trim() ?? "";
    const form = kindOfForm(value) ?? (isNameless && PREPRINT.test(value) ? "preprint" : undefined);
    if (form === undefined) continue;
    fields.asked.add(field);
    return form;
  }
  return isNameless ? "other" : kind;
}
