import { type CitedWork, citeWork, createNameSplitter } from "@triptych/exchange";
import { type Cv, type PrintedName, printedForm, WORK_KINDS, type Work } from "@triptych/schema";

type Field = readonly [key: string, value: string | undefined];

/** A format of metadata and a genre that its matrix knows. */
const format = (name: string, genre?: string): Field[] => [
  ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${name}`],
  ["rft.genre", genre],
];

/** What is published on its own. */
function describeWhole({ work, appearance: { isbn, series } }: CitedWork, genre: string): Field[] {
  return [
    ...format("book", genre),
    ["rft.btitle", work.title],
    ["rft.isbn", isbn],
    ["rft.series", series],
  ];
}

/** What stands in something whose title has a key of its own in the format. */
function describePart(form: Field[], { work, appearedIn }: CitedWork, key: string): Field[] {
  return [...form, ["rft.atitle", work.title], [key, appearedIn]];
}

const describePreprint = (cited: CitedWork) =>
  describePart(format("journal", "preprint"), cited, "rft.title");

function describeThesis({ work, appearance, appearedIn }: CitedWork): Field[] {
  return [
    ...format("dissertation"),
    ["rft.title", work.title],
    ["rft.inst", appearedIn],
    ["rft.degree", appearance.kind === "thesis" ? "PhD" : "Master"],
  ];
}

function describePatent({ work, appearance }: CitedWork): Field[] {
  return [...format("patent"), ["rft.title", work.title], ["rft.number", appearance.number]];
}

/**
 * Format, genre and the fields of title and venue, by the matrices for journals, books and
 * dissertations.
 */
function describeForm(cited: CitedWork): Field[] {
  const { kind, status, isbn } = cited.appearance;
  const { container, isProvisional } = WORK_KINDS[kind];
  const isUnderReview = status === "under-review";
  switch (container) {
    case "school":
      return describeThesis(cited);
    case "series":
      return describeWhole(cited, "book");
    case "issuer":
      return describeWhole(cited, "report");
    case "body":
      return kind === "patent" ? describePatent(cited) : describeWhole(cited, "document");
    case "repository":
      return isProvisional === true ? describePreprint(cited) : describeWhole(cited, "document");
    case "book":
      return [...describePart(format("book", "bookitem"), cited, "rft.btitle"), ["rft.isbn", isbn]];
    case "journal":
      return isUnderReview
        ? describePreprint(cited)
        : describePart(format("journal", "article"), cited, "rft.jtitle");
    // A poster stands in no proceedings, and the matrices have no key for an event.
    case "event":
      return describeWhole(cited, "document");
    case "proceedings":
      return isUnderReview
        ? describePreprint(cited)
        : describePart(format("book", "proceeding"), cited, "rft.btitle");
  }
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
 *
 * For lists: on a work's own page the Highwire tags say more, and Zotero takes COinS before them.
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
