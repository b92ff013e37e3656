import { Parser } from "htmlparser2";
import { readKindNames } from "@triptych/schema";
import { readInvertedName } from "../found/author-mark.ts";
import type { Notebook, Reading } from "../found/finding.ts";
import { dropDate, mostExact, readDate } from "../found/foreign-date.ts";
import { dropForm } from "../found/phrase/form-word.ts";
import { readTagged } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import { splitArchiveNotes } from "../found/phrase/status-note.ts";
import { createLineCounter } from "../text/line-index.ts";
import { cleanLine } from "../text/plain-text.ts";
import type { TaggedRecord, Tags } from "../text/tagged-text.ts";

/** By the names that EndNote gives its reference types. */
const KINDS = readKindNames("endnote");

/**
 * The tags of a record are the paths of its elements, such as `contributors/authors/author`; the
 * type has its name.
 */
interface EndNoteRecord extends TaggedRecord {
  type: string;
}

/** Elements that only dress text. */
const STYLE = "style";

/** Records of a file, in one pass; a text that is no XML, or broken, gives those that are there. */
function scanRecords(text: string): EndNoteRecord[] {
  const records: EndNoteRecord[] = [];
  let current: EndNoteRecord | undefined;
  const lineAt = createLineCounter(text);
  let path: string[] = [];
  let value = "";
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === "record") {
          current = { line: lineAt(parser.startIndex), type: "", tags: [], isClosed: true };
          path = [];
        } else if (current !== undefined && name !== STYLE) {
          path.push(name);
          value = "";
          if (name === "ref-type") current.type = attributes["name"] ?? "";
        }
      },
      ontext: (piece) => {
        value += piece;
      },
      onclosetag: (name) => {
        if (current === undefined || name === STYLE) return;
        if (name === "record") {
          records.push(current);
          current = undefined;
          return;
        }
        const line = cleanLine(value);
        if (line !== undefined) current.tags.push({ name: path.join("/"), value: line });
        path.pop();
        value = "";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return records;
}

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

function kindOf({ type }: EndNoteRecord, form: string): Reference["kind"] {
  const kind = KINDS.get(type.toLowerCase()) ?? "other";
  return kind === "thesis" && /^master/i.test(form) ? "master-thesis" : kind;
}

function toReference(record: EndNoteRecord, fields: Tags, notebook: Notebook): Reference {
  const form = fields.first("work-type");
  const kind = kindOf(record, form ?? "");
  dropForm(form, "work-type", notebook);
  const urls = fields.all("urls/related-urls/url", "urls/web-urls/url");
  const number = fields.first("number");
  const isNumbered = kind === "report" || kind === "patent";
  return {
    kind,
    title: fields.first("titles/title"),
    ...readPeople(record.type, fields, notebook),
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
  readTagged(scanRecords(text), {
    keyOf: ({ tags }) => tags.find(({ name }) => name === "label" || name === "rec-number")?.value,
    isSilent: (path) => ADMINISTRATION.test(path),
    toReference,
  });
