import type { CitationKind } from "@triptych/schema";
import { readBody } from "../found/author-mark.ts";
import type { FoundAuthor, Notebook, Reading } from "../found/finding.ts";
import { readArxivId } from "../found/identifier.ts";
import { addReference, openReading } from "../found/reading.ts";
import { type Reference, splitTopics } from "../found/reference.ts";
import { readJournalMacro } from "./ads-journal.ts";
import { isState, readIssued } from "./bibtex-date.ts";
import { FieldReader } from "./bibtex-field.ts";
import { isOpenEnded, readBibtexNames } from "./bibtex-name.ts";
import { scanBibtex } from "./bibtex-scan.ts";
import { kindOfForm, readKind } from "./bibtex-type.ts";
import { annotateAuthors } from "./name-annotation.ts";
import { readSiteFields } from "./site-field.ts";
import {
  collectMacros,
  collectParents,
  type Fields,
  inheritFields,
  joinFields,
  listMissing,
} from "./bibtex-value.ts";

/** An address in a field that may also hold words. */
const IS_ADDRESS = /\\url|\\href|https?:\/\/|www\./;

function readUrls(fields: FieldReader): string[] {
  const how = fields.values.get("howpublished") ?? "";
  const eprint = fields.values.get("eprint") ?? "";
  return [
    ...fields.urls("url"),
    ...(IS_ADDRESS.test(how) ? fields.urls("howpublished") : []),
    ...(IS_ADDRESS.test(eprint) ? fields.urls("eprint") : []),
  ];
}

function readArxiv(fields: FieldReader): string | undefined {
  if (fields.values.has("arxiv")) return fields.verbatim("arxiv");
  const scheme = fields.values.get("archiveprefix") ?? fields.values.get("eprinttype") ?? "arxiv";
  const eprint = fields.verbatim("eprint");
  if (eprint === undefined || IS_ADDRESS.test(eprint)) return undefined;
  const isArxiv = /arxiv/i.test(scheme);
  if (isArxiv && readArxivId(eprint) !== undefined) return eprint;
  fields.notebook.drop(
    "eprint",
    isArxiv
      ? `“${eprint}” is no arXiv identifier`
      : `an identifier of ${scheme} has no place in the record`,
  );
  return undefined;
}

/** ACM and others name a meeting with its year as the series: `CHI '18`. */
const SHORT_MEETING = /^\p{Lu}[\p{L}\p{N}/&-]{1,14}\s*['’]\d{2}$/u;

/** The series of books; the short name of a meeting goes to the name of the meeting. */
function readSeries(
  fields: FieldReader,
  container: string | undefined,
): Pick<Reference, "container" | "series"> {
  const series = fields.line("series");
  const isMeeting = series !== undefined && container !== undefined && SHORT_MEETING.test(series);
  if (!isMeeting) return { container, series };
  return { container: container.endsWith(")") ? container : `${container} (${series})` };
}

/** Where a meeting was, before where its publisher sits; of books the seat of the publisher. */
const readPlace = (kind: CitationKind, fields: FieldReader) =>
  kind === "conference"
    ? fields.line("venue", "location", "address")
    : fields.line("address", "location", "venue");

const ARTICLE_NUMBERS = ["articleno", "eid", "art_number", "article-number", "elocation-id"];

/** Pages, or the number of an article that has none; both at once say the same. */
function readPages(fields: FieldReader): string | undefined {
  const [pages, number] = [fields.line("pages"), fields.line(...ARTICLE_NUMBERS)];
  if (pages !== undefined && number !== undefined && !pages.includes(number))
    fields.notebook.drop("articleno", `“${number}”: the record has a place for the pages alone`);
  return pages ?? number;
}

function readBookTitle(fields: FieldReader): string | undefined {
  const title = fields.line("booktitle");
  const subtitle = title === undefined ? undefined : fields.line("booksubtitle");
  return subtitle === undefined ? title : `${title}: ${subtitle}`;
}

/** The name of a journal, which NASA ADS writes as a command, such as `\apj`. */
function readJournal(fields: FieldReader): string | undefined {
  for (const name of ["journaltitle", "journal"]) {
    const known = readJournalMacro(fields.values.get(name) ?? "");
    if (known === undefined) continue;
    fields.asked.add(name);
    return known;
  }
  return fields.line("journaltitle", "journal");
}

function readContainer(kind: CitationKind, fields: FieldReader): string | undefined {
  if (kind === "conference")
    return readBookTitle(fields) ?? fields.line("eventtitle", "journal", "journaltitle");
  if (kind === "thesis" || kind === "master-thesis")
    return fields.line("school", "institution", "publisher");
  if (kind === "journal" || kind === "review")
    return readJournal(fields) ?? fields.line("booktitle");
  if (kind === "chapter") return readBookTitle(fields);
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
  if (!isOwn && number !== undefined && issue !== undefined && issue !== number)
    fields.notebook.drop("issue", `“${issue}”: the record has a place for the number alone`);
  if (version !== undefined && isOwn && number !== undefined)
    fields.notebook.drop("number", `“${number}”: the record has a place for the version alone`);
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

const STATES = new Map([
  ["inpress", "in press"],
  ["inpreparation", "in preparation"],
]);

/** All that is said in words: the state of the publication comes first. */
function readNote(fields: FieldReader): string | undefined {
  const issued = fields.line("date") ?? fields.line("year");
  const state =
    fields.line("pubstate") ?? (issued !== undefined && isState(issued) ? issued : undefined);
  const parts = [
    state === undefined ? undefined : (STATES.get(state) ?? state),
    fields.line("note"),
    fields.line("addendum"),
    fields.line("annotation"),
    fields.line("additional_info"),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(". ").replaceAll("..", ".");
}

function readDoi(fields: FieldReader): string | undefined {
  const doi = fields.verbatim("doi");
  if (doi !== undefined && !/10\.\d{4,9}\//.test(doi))
    fields.notebook.drop("doi", `“${doi}” is no DOI`);
  return doi;
}

/** Collaborations stand behind the authors, unless these name them already. */
function readCollaborations(fields: FieldReader, authors: readonly FoundAuthor[]): FoundAuthor[] {
  const fold = (name: string) => name.toLowerCase().replace(/ collaborations?$/, "");
  const known = new Set(authors.map(({ name }) => fold(name)));
  return (fields.line("collaboration") ?? "")
    .split(/\s*[,;]\s*/)
    .filter((name) => name !== "" && !known.has(fold(name)))
    .map((name) => readBody({ name }));
}

function toReference(entryType: string, values: Fields, notebook: Notebook): Reference {
  const fields = new FieldReader(values, notebook);
  const kind = readKind(entryType, fields);
  const people = (name: string) => {
    const names = fields.raw(name);
    return names === undefined ? [] : readBibtexNames(names, notebook, name);
  };
  const { authors, marks } = annotateAuthors(fields, people("author"));
  const reference = {
    kind,
    title: readTitle(fields),
    authors: [...authors, ...readCollaborations(fields, authors)],
    marks,
    hasMoreAuthors: isOpenEnded(values.get("author") ?? ""),
    editors: people("editor"),
    translators: people("translator"),
    originalTitle: fields.line("origtitle"),
    edition: fields.line("edition"),
    ...readNumbers(kind, fields),
    isbn: fields.line("isbn"),
    ...readSeries(fields, readContainer(kind, fields)),
    publisher: readPublisher(kind, fields),
    place: readPlace(kind, fields),
    pages: readPages(fields),
    date: readIssued(fields),
    doi: readDoi(fields),
    arxiv: readArxiv(fields),
    urls: readUrls(fields),
    ...readSiteFields(fields),
    note: readNote(fields),
    abstract: fields.prose("abstract"),
    topics: splitTopics(fields.line("author_keywords", "keywords", "keyword")),
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
    // What others take their fields from is no work.
    if (item.kind === "string" || item.type === "xdata") continue;
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
      for (const missing of listMissing(values, parents))
        notebook.drop(missing.split(" ")[0] ?? "", `${missing} is not in the file`);
      for (const name of inheritFields(values, parents))
        notebook.guess(name, "it was taken from the entry this one refers to");
      return toReference(item.type, values, notebook);
    });
  }
  return open.reading;
}
