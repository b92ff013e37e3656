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

/**
 * `@misc` is whatever has no type: a preprint where it says so by an archive or by how it was
 * published.
 */
export function readKind(entryType: string, fields: FieldReader): CitationKind {
  const { notebook } = fields;
  const kind = kindOfEntry(entryType);
  if (!isOpenType(entryType)) return kind;
  for (const field of ["type", "entrysubtype", "howpublished"]) {
    const value = fields.values.get(field)?.replaceAll(/[{}]/g, "").trim() ?? "";
    const form = kindOfForm(value);
    if (form === undefined) continue;
    fields.asked.add(field);
    return form;
  }
  if (entryType !== "misc" && entryType !== "online" && entryType !== "electronic") return kind;
  if (fields.values.has("eprint") || /arxiv/i.test(fields.values.get("howpublished") ?? ""))
    return "preprint";
  const how = fields.values.get("howpublished");
  if (how !== undefined && !/\\url|\\href|https?:|www\./.test(how)) {
    notebook.guess("howpublished", "it was taken for the repository of a preprint");
    return "preprint";
  }
  notebook.guess("type", `an entry of type ${entryType} was taken for a preprint`);
  return "preprint";
}
