import type { FoundAuthor, MarkMeaning } from "../found/finding.ts";
import type { FieldReader } from "./bibtex-field.ts";

/** The sign that stands for an annotation; none that files print at names. */
const SIGN = "=";

const EQUAL = /^(?:equal(?:ly)?(?:[ -]contribut\w*)?|co-?first|(?:joint|shared)[ -]first)\b/i;

/** What authors are with the marks that annotations give them. */
export interface Annotated {
  authors: FoundAuthor[];
  marks?: ReadonlyMap<string, MarkMeaning>;
}

/**
 * Annotations of names, such as `1=equal; 2=equal` (BibLaTeX manual, 3.7). Those who share one that
 * says so contributed equally; all others are reported.
 */
export function annotateAuthors(fields: FieldReader, authors: FoundAuthor[]): Annotated {
  const text = fields.line("author+an", "author+an:default");
  const notes = (text ?? "")
    .split(/\s*;\s*/)
    .filter((note) => note !== "")
    .map((note) => {
      const [, at, said = ""] = /^(\d+)\s*=\s*["“”]?(.*?)["“”]?$/.exec(note) ?? [];
      return { note, at: Number(at) - 1, said: said.toLowerCase() };
    });
  const group = notes.find(({ said }) => EQUAL.test(said))?.said;
  const isEqual = ({ at, said }: { at: number; said: string }) =>
    said === group && authors[at] !== undefined;
  for (const note of notes)
    if (!isEqual(note))
      fields.notebook.drop("author+an", `“${note.note}” at a name has no place in the record`);
  const equal = new Set(notes.filter(isEqual).map(({ at }) => at));
  if (equal.size === 0) return { authors };
  return {
    authors: authors.map((author, at) =>
      equal.has(at) ? { ...author, marks: `${author.marks ?? ""}${SIGN}` } : author,
    ),
    marks: new Map([[SIGN, "equal"]]),
  };
}
