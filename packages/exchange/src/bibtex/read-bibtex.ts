import type { CitationKind } from "@triptych/schema";
import type { Notebook, Reading } from "../found/finding.ts";
import { addReference, openReading } from "../found/reading.ts";
import { type Reference, splitTopics } from "../found/reference.ts";
import { readIssued } from "./bibtex-date.ts";
import { FieldReader } from "./bibtex-field.ts";
import { readBibtexNames } from "./bibtex-name.ts";
import { scanBibtex } from "./bibtex-scan.ts";
import { kindOfForm, readKind } from "./bibtex-type.ts";
import {
  collectMacros,
  collectParents,
  type Fields,
  inheritFields,
  joinFields,
} from "./bibtex-value.ts";

/** An address in a field that may also hold words. */
const IS_ADDRESS = /\\url|\\href|https?:\/\/|www\./;

function readUrls(fields: FieldReader): string[] {
  const how = fields.values.get("howpublished") ?? "";
  const published = IS_ADDRESS.test(how) ? fields.verbatim("howpublished") : undefined;
  return [fields.verbatim("url"), published].filter((url) => url !== undefined);
}

function readArxiv(fields: FieldReader): string | undefined {
  const scheme = fields.values.get("archiveprefix") ?? fields.values.get("eprinttype") ?? "arxiv";
  const eprint = fields.raw("eprint") === undefined ? undefined : fields.verbatim("eprint");
  if (/arxiv/i.test(scheme)) return eprint;
  if (eprint !== undefined)
    fields.notebook.drop("eprint", `an identifier of ${scheme} has no place in the record`);
  return undefined;
}

function readContainer(kind: CitationKind, fields: FieldReader): string | undefined {
  if (kind === "conference")
    return fields.line("booktitle", "eventtitle", "journal", "journaltitle");
  if (kind === "thesis" || kind === "master-thesis")
    return fields.line("school", "institution", "publisher");
  if (kind === "journal" || kind === "review")
    return fields.line("journaltitle", "journal", "booktitle");
  if (kind === "chapter") return fields.line("booktitle");
  if (kind === "book") return undefined;
  const published = fields.values.get("howpublished") ?? "";
  const how = IS_ADDRESS.test(published) ? undefined : fields.line("howpublished");
  // A word that says what it is, such as Poster, says nothing of where.
  const isForm = /^\p{L}+$/u.test(published.trim()) && kindOfForm(published.trim()) !== undefined;
  return (
    (isForm ? undefined : how) ??
    fields.line("institution", "organization", "journal", "journaltitle")
  );
}

/** Kinds whose `number` is their own, and not that of an issue. */
const NUMBERED: ReadonlySet<CitationKind> = new Set<CitationKind>([
  "report",
  "patent",
  "book",
  "chapter",
  "other",
  "poster",
]);

function readNumbers(
  kind: CitationKind,
  fields: FieldReader,
): Pick<Reference, "number" | "issue" | "volume"> {
  const [issue, number, version] = [
    fields.line("issue"),
    fields.line("number"),
    fields.line("version"),
  ];
  const isOwn = NUMBERED.has(kind);
  return {
    number: version ?? (isOwn ? number : undefined),
    issue: isOwn ? issue : (number ?? issue),
    volume: fields.line("volume"),
  };
}

/** A thesis at a publisher and at no school was published there as its school. */
function readPublisher(kind: CitationKind, fields: FieldReader): string | undefined {
  const isSchool =
    (kind === "thesis" || kind === "master-thesis") &&
    !fields.values.has("school") &&
    !fields.values.has("institution");
  return isSchool ? undefined : fields.line("publisher");
}

function readTitle(fields: FieldReader): string | undefined {
  const [subtitle, title] = [fields.line("subtitle"), fields.line("title")];
  return title === undefined || subtitle === undefined ? title : `${title}: ${subtitle}`;
}

function readDoi(fields: FieldReader): string | undefined {
  const doi = fields.verbatim("doi");
  if (doi !== undefined && !/10\.\d{4,9}\//.test(doi))
    fields.notebook.drop("doi", `“${doi}” is no DOI`);
  return doi;
}

function toReference(entryType: string, values: Fields, notebook: Notebook): Reference {
  const fields = new FieldReader(values, notebook);
  const kind = readKind(entryType, fields);
  const people = (name: string) => {
    const names = fields.raw(name);
    return names === undefined ? [] : readBibtexNames(names, notebook, name);
  };
  const reference = {
    kind,
    title: readTitle(fields),
    authors: people("author"),
    editors: people("editor"),
    translators: people("translator"),
    originalTitle: fields.line("origtitle"),
    series: fields.line("series"),
    edition: fields.line("edition"),
    ...readNumbers(kind, fields),
    isbn: fields.line("isbn"),
    container: readContainer(kind, fields),
    publisher: readPublisher(kind, fields),
    place: fields.line("address", "location", "venue"),
    pages: fields.line("pages"),
    date: readIssued(fields),
    doi: readDoi(fields),
    arxiv: readArxiv(fields),
    urls: readUrls(fields),
    note: fields.line("note", "pubstate", "addendum"),
    abstract: fields.prose("abstract"),
    topics: splitTopics(fields.line("keywords", "keyword")),
  };
  fields.dropUnread();
  return reference;
}

/**
 * Reads BibTeX and BibLaTeX, which differ in names of types and fields only. Never throws, whatever
 * the text holds.
 */
export function readBibtex(text: string): Reading {
  const items = scanBibtex(text);
  const macros = collectMacros(items);
  const parents = collectParents(
    items.filter((item) => item.kind === "entry"),
    macros,
  );
  const open = openReading();
  const seen = new Set<string>();
  for (const item of items) {
    if (item.kind === "string") continue;
    const origin = { key: item.key, line: item.line };
    if (item.kind === "broken") {
      open.add(origin, (notebook) => notebook.leaveOut(`the entry is broken: ${item.reason}`));
      continue;
    }
    addReference(open, origin, (notebook) => {
      for (const repair of item.repairs) notebook.guess("entry", repair);
      if (item.key !== "" && seen.has(item.key))
        notebook.guess("key", "the key is used twice; both entries are read");
      seen.add(item.key);
      const values = joinFields(item.fields, macros, notebook);
      for (const name of inheritFields(values, parents))
        notebook.guess(name, "it was taken from the entry this one refers to");
      return toReference(item.type, values, notebook);
    });
  }
  return open.reading;
}
