import { readKindNames } from "@triptych/schema";
import { Parser } from "htmlparser2";
import { readInvertedName } from "../found/author-mark.ts";
import {
  type Found,
  type Notebook,
  openNotebook,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import { readDate } from "../found/foreign-date.ts";
import { findArxivId } from "../found/identifier.ts";
import { createLineCounter } from "../text/line-index.ts";
import { cleanLine } from "../text/plain-text.ts";
import { fitReference } from "../found/reference.ts";
import { openTags, type TaggedRecord, type Tags } from "../text/tagged-text.ts";

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
  /^(?:database|source-app|rec-number|foreign-keys\/key|ref-type|auth-address|titles\/(?:alt|short)-title|alt-periodical\/.*|periodical\/abbr-\d|accession-num|language|remote-database-.*|urls\/(?:pdf|image)-urls\/.*|access-date|modified-date|section|label)$/;

function readFieldsDate(fields: Tags, notebook: Notebook): string | undefined {
  const [year, day] = [fields.first("dates/year"), fields.first("dates/pub-dates/date")];
  const candidates = [
    day,
    day === undefined || year === undefined ? undefined : `${day} ${year}`,
    year,
  ].filter((text) => text !== undefined);
  const dates = candidates
    .flatMap((text) => readDate(text)?.date ?? [])
    .filter((date) => year === undefined || date.startsWith(year));
  if (dates.length === 0 && candidates.length > 0)
    notebook.drop("dates", `“${candidates[0] ?? ""}” is no date that can be read without doubt`);
  return dates.toSorted((a, b) => b.length - a.length)[0];
}

function readRecord(record: EndNoteRecord, key: string, notebook: Notebook): Found | undefined {
  const fields = openTags(record);
  const form = fields.first("work-type") ?? "";
  const known = KINDS.get(record.type.toLowerCase()) ?? "other";
  const kind = known === "thesis" && /^master/i.test(form) ? "master-thesis" : known;
  const isThesis = known === "thesis";
  const isEdited = record.type === "Edited Book";
  const people = (path: string) =>
    fields
      .all(`contributors/${path}/author`)
      .flatMap((name) => readInvertedName(name, path, notebook));
  const urls = fields.all("urls/related-urls/url", "urls/web-urls/url");
  const notes = fields.all("notes");
  const arxiv = [...notes, ...urls].map(findArxivId).find((id) => id !== undefined);
  const [authors, seconds] = [people("authors"), people("secondary-authors")];
  const [issue, isbn, edition] = [
    fields.first("number"),
    fields.first("isbn"),
    fields.first("edition"),
  ];
  const isNumbered = kind === "report" || kind === "patent";
  const work = fitReference(
    {
      kind,
      title: fields.first("titles/title"),
      authors: isEdited ? [] : authors,
      editors: isEdited ? authors : seconds,
      translators: people("subsidiary-authors"),
      series:
        kind === "book"
          ? fields.first("titles/secondary-title", "titles/tertiary-title")
          : fields.first("titles/tertiary-title"),
      edition,
      number: isNumbered ? issue : undefined,
      // The field holds the ISSN of a journal.
      isbn: kind === "book" || kind === "chapter" ? isbn : undefined,
      container: isThesis
        ? fields.first("publisher")
        : kind === "book"
          ? undefined
          : fields.first("titles/secondary-title", "periodical/full-title"),
      publisher: isThesis ? undefined : fields.first("publisher"),
      place: fields.first("pub-location"),
      volume: fields.first("volume"),
      issue: isNumbered ? undefined : issue,
      pages: fields.first("pages"),
      date: readFieldsDate(fields, notebook),
      doi: fields.first("electronic-resource-num"),
      arxiv,
      urls,
      note: notes.filter((note) => arxiv === undefined || findArxivId(note) !== arxiv).join(". "),
      abstract: fields.first("abstract"),
      topics: fields.all("keywords/keyword"),
    },
    notebook,
  );
  fields.all("periodical/full-title");
  for (const path of fields.unasked())
    if (!ADMINISTRATION.test(path)) notebook.drop(path, "the record has no place for it");
  return work === undefined ? undefined : { kind: "work", key, line: record.line, work };
}

/** Reads the XML that EndNote exports. Never throws, whatever the text holds. */
export function readEndNote(text: string): Reading {
  const remarks: Remark[] = [];
  const records = scanRecords(text);
  const found = records.flatMap((record) => {
    const key =
      record.tags.find(({ name }) => name === "label" || name === "rec-number")?.value ?? "";
    return readRecord(record, key, openNotebook(remarks, { key, line: record.line })) ?? [];
  });
  return { read: records.length, found, remarks };
}
