import { type Cv, createRoster, printedForm, type Work } from "@triptych/schema";
import { type Citation, listCitations } from "../citation/citation.ts";
import { countLoss, type Loss } from "../citation/loss.ts";

export type Cell = string | number | undefined;

/** A first row of names, then a row for each entry. */
export type Table = Cell[][];

/**
 * Signs at which spreadsheets begin to calculate (OWASP, "CSV Injection"), after blanks they would
 * pass over.
 */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** Whether a spreadsheet would take a text for a formula. A plain negative number is a number. */
export function looksLikeFormula(cell: Cell): boolean {
  return typeof cell === "string" && FORMULA.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell);
}

/** An apostrophe makes a text of what a spreadsheet would calculate. */
const guard = (cell: Cell) => (looksLikeFormula(cell) ? `'${cell}` : String(cell ?? ""));

/**
 * RFC 4180: lines end in CR and LF, and what holds a comma, a quote or a line break stands in
 * quotes.
 */
function formatCell(cell: Cell): string {
  const text = guard(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The mark at the beginning tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** A table as CSV in UTF-8 that is safe to open in a spreadsheet. */
export function writeCsv(table: Table): string {
  return `${BYTE_ORDER_MARK}${table.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("")}`;
}

/** What the guard changed, as losses. */
function guardLosses(table: Table): Loss[] {
  const guarded = table.flat().filter(looksLikeFormula).length;
  return guarded === 0
    ? []
    : [
        {
          field: "cells",
          reason: `an apostrophe stands before what a spreadsheet would take for a formula (${guarded})`,
        },
      ];
}

function flattenValue(value: unknown, key: string): [key: string, cell: Cell][] {
  if (typeof value === "string" || typeof value === "number") return [[key, value]];
  if (typeof value === "boolean") return [[key, String(value)]];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const isPlain = value.every((item) => typeof item === "string" || typeof item === "number");
    return [[key, isPlain ? value.join("; ") : JSON.stringify(value)]];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => flattenValue(item, `${key}.${name}`));
}

/**
 * Any list of the record as a table: nested keys are joined by dots, lists of texts by semicolons,
 * other lists stand as JSON.
 */
export function tableOfList(entries: readonly object[]): Table {
  const rows = entries.map(
    (entry) => new Map(Object.entries(entry).flatMap(([key, value]) => flattenValue(value, key))),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column)))];
}

const COLUMNS = [
  "number",
  "id",
  "kind",
  "status",
  "title",
  "authors",
  "owner position",
  "date",
  "year",
  "venue",
  "track",
  "series",
  "volume",
  "issue",
  "pages",
  "edition",
  "publisher",
  "place",
  "report number",
  "isbn",
  "doi",
  "arxiv",
  "url",
  "honours",
  "topics",
  "citation key",
] as const;

function ownerPosition(cv: Cv): (work: Work) => Cell {
  const { isOwner } = createRoster(cv);
  return ({ authors }) => {
    const at = authors.findIndex(isOwner);
    return at < 0 ? undefined : at + 1;
  };
}

function rowOf(
  { key, work, appearance, container, arxiv, url }: Citation,
  number: number,
  position: Cell,
): Cell[] {
  const cells: Record<(typeof COLUMNS)[number], Cell> = {
    number,
    id: work.id,
    kind: appearance.kind,
    status: appearance.status,
    title: work.title,
    authors: work.authors.map(printedForm).join("; "),
    "owner position": position,
    date: appearance.date,
    year: appearance.date?.slice(0, 4),
    venue: container,
    track: appearance.track,
    series: appearance.series,
    volume: appearance.volume,
    issue: appearance.issue,
    pages: appearance.pages,
    edition: appearance.edition,
    publisher: appearance.publisher,
    place: appearance.place,
    "report number": appearance.number,
    isbn: appearance.isbn,
    doi: appearance.doi,
    arxiv,
    url,
    honours: work.appearances.flatMap(({ honours }) => honours).join("; "),
    topics: work.topics.join("; "),
    "citation key": key,
  };
  return COLUMNS.map((column) => cells[column]);
}

/** Whether a work has an address beside the one in its row. */
const hasFurtherLinks = ({ work, url }: Citation) =>
  work.appearances.some(({ links }) => links.some((link) => link.url !== url));

function listLosses(cv: Cv, citations: readonly Citation[]): Loss[] {
  const others = Object.entries(cv).filter(
    ([key, value]) =>
      key !== "publications" && key !== "venues" && Array.isArray(value) && value.length > 0,
  );
  const works = cv.publications;
  return [
    ...others.map(([field]) => ({
      field,
      reason: "one table of publications only; `export zip` has a table for each part",
    })),
    ...countLoss(
      "publications.appearances",
      works,
      ({ appearances }) => appearances.length > 1,
      "only the appearance a work is cited by has a row",
    ),
    ...countLoss(
      "publications.links",
      citations,
      hasFurtherLinks,
      "one address only; no column for code, slides and further ones",
    ),
    ...countLoss(
      "publications.authors",
      works,
      ({ authors }) => authors.some((author) => typeof author !== "string"),
      "no column for titles, and for ids that tell namesakes apart",
    ),
    ...countLoss(
      "publications.venue",
      works,
      ({ appearances: [cited] }) =>
        cited?.kind === "chapter" && cited.book !== undefined && cited.venue !== undefined,
      "its column holds the book of a chapter",
    ),
    ...countLoss(
      "publications.equalContribution",
      works,
      ({ equalContribution }) => equalContribution.length > 0,
      "no column for it",
    ),
    ...countLoss(
      "publications.editors",
      works,
      ({ appearances: [cited] }) =>
        cited !== undefined && (cited.translationOf !== undefined || cited.editors.length > 0),
      "no column for editors of a book and originals of translations",
    ),
    ...countLoss(
      "publications.abstract",
      works,
      ({ abstract }) => abstract !== undefined,
      "no column for abstracts",
    ),
    ...countLoss(
      "publications.citations",
      works,
      ({ citations }) => citations !== undefined,
      "no column for counts of citations",
    ),
  ];
}

/** The publications as one CSV table, in the order of the CV's numbers. */
export function toCsv(cv: Cv): { text: string; losses: Loss[] } {
  const position = ownerPosition(cv);
  const citations = listCitations(cv);
  const table: Table = [
    [...COLUMNS],
    ...citations.map((citation, index) => rowOf(citation, index + 1, position(citation.work))),
  ];
  return { text: writeCsv(table), losses: [...listLosses(cv, citations), ...guardLosses(table)] };
}
