import { readKindNames } from "@triptych/schema";
import { readInvertedName } from "../found/author-mark.ts";
import type { Notebook, Reading } from "../found/finding.ts";
import { dropDate, mostExact, readDate } from "../found/foreign-date.ts";
import { dropForm } from "../found/phrase/form-word.ts";
import { readTagged } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import { splitArchiveNotes } from "../found/phrase/status-note.ts";
import type { TaggedRecord, Tags } from "../text/tagged-text.ts";
import { scanXml } from "../text/xml-record.ts";

/** By the names that EndNote gives its reference types. */
const KINDS = readKindNames("endnote");

/** Fields of the library and of the file, of which the record wants nothing. */
const ADMINISTRATION =
  /^(?:database|source-app|rec-number|foreign-keys\/key|ref-type|auth-address|titles\/(?:alt|short)-title|alt-periodical\/.*|periodical\/(?:abbr-\d|full-title)|remote-database-.*|urls\/image-urls\/.*|access-date|modified-date|label)$/;

function readFieldsDate(fields: Tags, notebook: Notebook): string | undefined {
  const [year, day] = [fields.first("dates/year"), fields.first("dates/pub-dates/date")];
  const candidates = [
    day,
    day === undefined || year === undefined ? undefined : `${day} ${year}`,
    year,
  ].filter((text) => text !== undefined);
  const date = mostExact(
    candidates
      .flatMap((text) => readDate(text) ?? [])
      .flatMap((read) => (read.lost === undefined ? read.date : []))
      .filter((read) => year === undefined || read.startsWith(year)),
  );
  const isLost = day !== undefined && (date === undefined || date === year);
  if (isLost || (date === undefined && year !== undefined))
    dropDate(candidates[0] ?? "", "dates", notebook);
  return date;
}

/** The editors of a whole book stand where others have their authors. */
function readPeople(type: string, fields: Tags, notebook: Notebook) {
  const people = (path: string) =>
    fields
      .all(`contributors/${path}/author`)
      .flatMap((name) => readInvertedName(name, path, notebook));
  const [makers, seconds] = [people("authors"), people("secondary-authors")];
  const translators = people("subsidiary-authors");
  return type === "Edited Book"
    ? { authors: [], editors: makers, translators }
    : { authors: makers, editors: seconds, translators };
}

/**
 * What it stands in. Of a whole book the second title is the series; the publisher of a thesis is
 * the school.
 */
function readContainer(
  kind: Reference["kind"],
  fields: Tags,
): Pick<Reference, "container" | "publisher" | "series"> {
  const isBook = kind === "book";
  const series = fields.first(
    ...(isBook ? ["titles/secondary-title"] : []),
    "titles/tertiary-title",
  );
  const publisher = fields.first("publisher");
  if (kind === "thesis" || kind === "master-thesis") return { series, container: publisher };
  const container = isBook
    ? undefined
    : fields.first("titles/secondary-title", "periodical/full-title");
  return { series, container, publisher };
}

function kindOf(type: string, form: string): Reference["kind"] {
  const kind = KINDS.get(type.toLowerCase()) ?? "other";
  return kind === "thesis" && /^master/i.test(form) ? "master-thesis" : kind;
}

function toReference(_record: TaggedRecord, fields: Tags, notebook: Notebook): Reference {
  const form = fields.first("work-type");
  const type = fields.first("ref-type@name") ?? "";
  const kind = kindOf(type, form ?? "");
  dropForm(form, "work-type", notebook);
  const urls = fields.all("urls/related-urls/url", "urls/web-urls/url");
  const number = fields.first("number");
  const isNumbered = kind === "report" || kind === "patent";
  return {
    kind,
    title: fields.first("titles/title"),
    ...readPeople(type, fields, notebook),
    ...readContainer(kind, fields),
    ...splitArchiveNotes(fields.all("notes"), urls),
    edition: fields.first("edition"),
    number: isNumbered ? number : undefined,
    // The field holds the ISSN of a journal.
    isbn: kind === "book" || kind === "chapter" ? fields.first("isbn") : undefined,
    place: fields.first("pub-location"),
    volume: fields.first("volume"),
    issue: isNumbered ? undefined : number,
    pages: fields.first("pages"),
    date: readFieldsDate(fields, notebook),
    doi: fields.first("electronic-resource-num"),
    urls,
    abstract: fields.first("abstract"),
    topics: fields.all("keywords/keyword"),
  };
}

/** Reads the XML that EndNote exports. Never throws, whatever the text holds. */
export const readEndNote = (text: string): Reading =>
  readTagged(scanXml(text, { record: "record", style: "style" }), {
    keyOf: ({ tags }) => tags.find(({ name }) => name === "label" || name === "rec-number")?.value,
    isSilent: (path) => path.includes("@") || ADMINISTRATION.test(path),
    toReference,
  });
