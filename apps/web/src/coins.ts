import { type CitedWork, citeWork, createNameSplitter } from "@triptych/exchange";
import {
  type AppearanceKind,
  type Cv,
  type PrintedName,
  printedForm,
  type Work,
} from "@triptych/schema";

type Field = readonly [key: string, value: string | undefined];

/** Kinds that are whole publications of their own, by the genres of the matrix for books. */
const BOOK_GENRES: Partial<Record<AppearanceKind, string>> = {
  book: "book",
  "edited-book": "book",
  translation: "book",
  report: "report",
  dataset: "document",
  software: "document",
  other: "document",
};

/**
 * Format, genre and the fields of title and venue, by the matrices for journals, books and
 * dissertations.
 */
function describeForm({
  work: { title },
  appearance: { kind, status, number, isbn, series },
  appearedIn: venue,
}: CitedWork): Field[] {
  const format = (name: string): Field => ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${name}`];
  if (kind === "thesis" || kind === "master-thesis")
    return [
      format("dissertation"),
      ["rft.title", title],
      ["rft.inst", venue],
      ["rft.degree", kind === "thesis" ? "PhD" : "Master"],
    ];
  if (kind === "patent") return [format("patent"), ["rft.title", title], ["rft.number", number]];
  const genre = BOOK_GENRES[kind];
  if (genre !== undefined)
    return [
      format("book"),
      ["rft.genre", genre],
      ["rft.btitle", title],
      ["rft.isbn", isbn],
      ["rft.series", series],
    ];
  if (kind === "chapter")
    return [
      format("book"),
      ["rft.genre", "bookitem"],
      ["rft.atitle", title],
      ["rft.btitle", venue],
      ["rft.isbn", isbn],
    ];
  if (kind === "preprint" || status === "under-review")
    return [
      format("journal"),
      ["rft.genre", "preprint"],
      ["rft.atitle", title],
      ["rft.title", venue],
    ];
  if (kind === "journal" || kind === "review")
    return [
      format("journal"),
      ["rft.genre", "article"],
      ["rft.atitle", title],
      ["rft.jtitle", venue],
    ];
  return [
    format("book"),
    ["rft.genre", "proceeding"],
    ["rft.atitle", title],
    ["rft.btitle", venue],
  ];
}

function describeFirstAuthor(cv: Cv, first: PrintedName | undefined): Field[] {
  if (first === undefined) return [];
  const name = createNameSplitter(cv)(first);
  if (name.kind === "literal") return [];
  const last = [name.particle, name.family].filter((part) => part !== undefined).join(" ");
  return [
    ["rft.aulast", last],
    ["rft.aufirst", name.given],
  ];
}

/** Codes under which a resolver knows the work. */
function listIdentifiers({ appearances }: Work): Field[] {
  return appearances.flatMap(({ doi, arxiv }): Field[] => [
    ["rft_id", doi === undefined ? undefined : `info:doi/${doi}`],
    ["rft_id", arxiv === undefined ? undefined : `info:arxiv/${arxiv}`],
  ]);
}

/**
 * The work as an OpenURL ContextObject in keys and values (ANSI/NISO Z39.88-2004), for the title of
 * an element of the class `Z3988`: COinS, which reference managers read. Dates have the precision
 * known. The matrices have keys for authors alone: editors and translators are left out.
 */
export function composeCoins(cv: Cv, work: Work): string {
  const cited = citeWork(cv, work);
  if (cited === undefined) return "";
  const { date, volume, issue, pages, publisher, place } = cited.appearance;
  const { authors } = cited.makers;
  const [first, last] = pages?.split(/-+/) ?? [];
  const fields: Field[] = [
    ["ctx_ver", "Z39.88-2004"],
    ...describeForm(cited),
    ...describeFirstAuthor(cv, authors[0]),
    ...authors.map((author): Field => ["rft.au", printedForm(author)]),
    ["rft.date", date],
    ["rft.volume", volume],
    ["rft.issue", issue],
    ["rft.spage", first],
    ["rft.epage", last],
    ["rft.pub", publisher],
    ["rft.place", place],
    ...listIdentifiers(work),
  ];
  return fields
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]))
    .join("&");
}
