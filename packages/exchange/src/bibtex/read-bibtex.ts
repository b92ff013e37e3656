import type { CitationKind } from "@triptych/schema";
import { readBibtexNames } from "./bibtex-name.ts";
import { isOpenType, kindOfEntry, kindOfForm } from "./bibtex-type.ts";
import { scanBibtex, type ScannedItem } from "./bibtex-scan.ts";
import {
  collectMacros,
  collectParents,
  type Fields,
  inheritFields,
  joinFields,
} from "./bibtex-value.ts";
import {
  type Found,
  type Notebook,
  openNotebook,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import { composeDate, readDate, readMonth } from "../found/foreign-date.ts";
import { readLatex, readLatexProse } from "./latex-text.ts";
import { cleanLine } from "../text/plain-text.ts";
import { fitReference, type Reference } from "../found/reference.ts";

/** Fields that are read somewhere below, or that say nothing about the work. */
const SILENT = new Set([
  "crossref",
  "xdata",
  "eprinttype",
  "archiveprefix",
  "archive",
  "primaryclass",
  "eprintclass",
  "day",
  "langid",
  "language",
  "bibsource",
  "biburl",
  "timestamp",
]);

type Entry = Extract<ScannedItem, { kind: "entry" }>;

/** Hands out an entry's fields one by one and knows which were never asked for. */
class FieldReader {
  readonly asked = new Set<string>();
  readonly values: Fields;
  readonly notebook: Notebook;

  constructor(values: Fields, notebook: Notebook) {
    this.values = values;
    this.notebook = notebook;
  }

  raw(name: string): string | undefined {
    this.asked.add(name);
    const value = this.values.get(name);
    return value === undefined || value.trim() === "" ? undefined : value;
  }

  line(...names: string[]): string | undefined {
    for (const name of names) {
      const value = this.raw(name);
      if (value === undefined) continue;
      const { text, doubts } = readLatex(value);
      for (const doubt of doubts) this.notebook.guess(name, doubt);
      const line = cleanLine(text);
      if (line !== undefined) return line;
    }
    return undefined;
  }

  /** Identifiers and addresses stand as they are; only what LaTeX needs is taken off. */
  verbatim(name: string): string | undefined {
    const value = this.raw(name);
    const inner =
      value === undefined
        ? undefined
        : (/\\url\s*\{([^{}]*)\}/.exec(value)?.[1] ??
          /\\href\s*\{([^{}]*)\}/.exec(value)?.[1] ??
          value);
    return cleanLine(
      inner
        ?.replaceAll(/\\([_%#&~{}])/g, "$1")
        .replaceAll(/\\textasciitilde(?:\{\})?/g, "~")
        .replaceAll(/[{}]/g, ""),
    )?.replaceAll(" ", "");
  }
}

function readIssued(fields: FieldReader, notebook: Notebook): string | undefined {
  const whole = fields.line("date");
  const year = fields.line("year");
  const month = fields.line("month");
  const day = fields.line("day");
  const date = whole ?? year;
  if (date === undefined) return undefined;
  const read = readDate(date);
  const field = whole === undefined ? "year" : "date";
  if (read === undefined) {
    notebook.drop(field, `“${date}” is no date that can be read without doubt`);
    return undefined;
  }
  if (read.lost !== undefined) notebook.drop(field, `of “${date}” only ${read.date} is kept`);
  if (month === undefined || read.date.length > 4) return read.date;
  const words = month.split(/[\s.~-]+/).filter((word) => word !== "");
  const number = words.map(readMonth).find((value) => value !== undefined);
  const inner = words.find((word) => /^\d{1,2}$/.test(word) && words.length > 1);
  const composed =
    number === undefined
      ? undefined
      : composeDate(
          read.date,
          number,
          day === undefined && inner === undefined ? undefined : Number(day ?? inner),
        );
  if (number === undefined || words.length > 2)
    notebook.drop("month", `“${month}” is no single month`);
  return composed ?? read.date;
}

function readUrls(fields: FieldReader): string[] {
  const how = fields.values.get("howpublished") ?? "";
  const published = /\\url|\\href|https?:\/\/|www\./.test(how)
    ? fields.verbatim("howpublished")
    : undefined;
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
  const how = /\\url|\\href|https?:\/\/|www\./.test(published)
    ? undefined
    : fields.line("howpublished");
  // A word that says what it is, such as Poster, says nothing of where.
  const isForm = /^\p{L}+$/u.test(published.trim()) && kindOfForm(published.trim()) !== undefined;
  return (
    (isForm ? undefined : how) ??
    fields.line("institution", "organization", "journal", "journaltitle")
  );
}

/**
 * `@misc` is whatever has no type: a preprint where it says so by an archive or by how it was
 * published.
 */
function refineKind(entryType: string, fields: FieldReader, notebook: Notebook): CitationKind {
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

function readEntry(entry: Entry, values: Fields, notebook: Notebook): Found | undefined {
  const fields = new FieldReader(values, notebook);
  const kind = refineKind(entry.type, fields, notebook);
  const people = (name: string) => {
    const names = fields.raw(name);
    return names === undefined ? [] : readBibtexNames(names, notebook, name);
  };
  const issue = fields.line("issue");
  const number = fields.line("number");
  const isNumbered =
    kind === "report" ||
    kind === "patent" ||
    kind === "book" ||
    kind === "chapter" ||
    kind === "other" ||
    kind === "poster";
  const version = fields.line("version");
  const subtitle = fields.line("subtitle");
  const title = fields.line("title");
  const abstract = fields.raw("abstract");
  const { text, doubts } = readLatexProse(abstract ?? "");
  for (const doubt of doubts) notebook.guess("abstract", doubt);
  const reference: Reference = {
    kind,
    title: title === undefined || subtitle === undefined ? title : `${title}: ${subtitle}`,
    authors: people("author"),
    editors: people("editor"),
    translators: people("translator"),
    originalTitle: fields.line("origtitle"),
    series: fields.line("series"),
    edition: fields.line("edition"),
    number: version ?? (isNumbered ? number : undefined),
    isbn: fields.line("isbn"),
    container: readContainer(kind, fields),
    publisher:
      (kind === "thesis" || kind === "master-thesis") &&
      !values.has("school") &&
      !values.has("institution")
        ? undefined
        : fields.line("publisher"),
    place: fields.line("address", "location", "venue"),
    volume: fields.line("volume"),
    issue: isNumbered ? issue : (number ?? issue),
    pages: fields.line("pages"),
    date: readIssued(fields, notebook),
    doi: fields.verbatim("doi"),
    arxiv: readArxiv(fields),
    urls: readUrls(fields),
    note: fields.line("note", "pubstate", "addendum"),
    abstract: text,
    topics: (fields.line("keywords", "keyword") ?? "")
      .split(/\s*[,;]\s*/)
      .filter((topic) => topic !== ""),
  };
  if (reference.doi !== undefined && !/10\.\d{4,9}\//.test(reference.doi))
    notebook.drop("doi", `“${reference.doi}” is no DOI`);
  for (const name of values.keys())
    if (!fields.asked.has(name) && !SILENT.has(name))
      notebook.drop(name, "the record has no place for it");
  const work = fitReference(reference, notebook);
  return work === undefined ? undefined : { kind: "work", key: entry.key, line: entry.line, work };
}

/**
 * Reads BibTeX and BibLaTeX, which differ in names of types and fields only. Never throws, whatever
 * the text holds.
 */
export function readBibtex(text: string): Reading {
  const items = scanBibtex(text);
  const entries = items.filter((item) => item.kind === "entry");
  const macros = collectMacros(items);
  const parents = collectParents(entries, macros);
  const remarks: Remark[] = [];
  const seen = new Set<string>();
  const found = items.flatMap((item): Found[] => {
    if (item.kind === "string") return [];
    const notebook = openNotebook(remarks, item);
    if (item.kind === "broken") {
      notebook.leaveOut(`the entry is broken: ${item.reason}`);
      return [];
    }
    for (const repair of item.repairs) notebook.guess("entry", repair);
    if (item.key !== "" && seen.has(item.key))
      notebook.guess("key", "the key is used twice; both entries are read");
    seen.add(item.key);
    const values = joinFields(item.fields, macros, notebook);
    for (const name of inheritFields(values, parents))
      notebook.guess(name, "it was taken from the entry this one refers to");
    const entry = readEntry(item, values, notebook);
    return entry === undefined ? [] : [entry];
  });
  return { read: items.filter(({ kind }) => kind !== "string").length, found, remarks };
}
