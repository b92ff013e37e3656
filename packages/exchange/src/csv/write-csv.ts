import { type Cv, createRoster, printedForm, type Work } from "@triptych/schema";
import { type Citation, listCitations } from "../citation/citation.ts";
import { countLosses, type Loss, type LossRule } from "../citation/loss.ts";
import { type Cell, guardLosses, type Table, writeCsv } from "./table.ts";

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

/** What the columns have no place for. */
const LOSSES: readonly LossRule<Citation>[] = [
  [
    "publications.appearances",
    ({ work: { appearances } }) => appearances.length > 1,
    "only the appearance a work is cited by has a row",
  ],
  [
    "publications.links",
    hasFurtherLinks,
    "one address only; no column for code, slides and further ones",
  ],
  [
    "publications.authors",
    ({ work: { authors } }) => authors.some((author) => typeof author !== "string"),
    "no column for titles, and for ids that tell namesakes apart",
  ],
  [
    "publications.venue",
    ({ appearance: { kind, book, venue } }) =>
      kind === "chapter" && book !== undefined && venue !== undefined,
    "its column holds the book of a chapter",
  ],
  [
    "publications.equalContribution",
    ({ work: { equalContribution } }) => equalContribution.length > 0,
    "no column for it",
  ],
  [
    "publications.editors",
    ({ appearance: { translationOf, editors } }) =>
      translationOf !== undefined || editors.length > 0,
    "no column for editors of a book and originals of translations",
  ],
  [
    "publications.abstract",
    ({ work: { abstract } }) => abstract !== undefined,
    "no column for abstracts",
  ],
  [
    "publications.citations",
    ({ work: { citations } }) => citations !== undefined,
    "no column for counts of citations",
  ],
];

function listLosses(cv: Cv, citations: readonly Citation[]): Loss[] {
  const others = Object.entries(cv).filter(
    ([key, value]) =>
      key !== "publications" && key !== "venues" && Array.isArray(value) && value.length > 0,
  );
  return [
    ...others.map(([field]) => ({
      field,
      reason: "one table of publications only; `export zip` has a table for each part",
    })),
    ...countLosses(citations, LOSSES),
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
