import { type Appearance, type Cv, orderWorks, type Venue, type Work } from "@triptych/schema";
import { citationKeys } from "./citation-key.ts";
import { createNameSplitter, type SplitName } from "./split-name.ts";

/**
 * How a work is cited: the kind of its first appearance, or a manuscript where it is under review
 * and to be read nowhere.
 */
export type CitationKind = Appearance["kind"] | "manuscript";

/**
 * A book that is no part of another: what it stands in is a series, and the formats have no field
 * for a venue.
 */
export const isWholeBook = (kind: CitationKind) =>
  kind === "book" || kind === "edited-book" || kind === "translation";

/** A calendar date of the precision known; months and days count from 1. */
export interface CitationDate {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
}

/**
 * The facts of one citation, before any format. `container` is the series, journal, repository or
 * school it appeared in.
 */
export interface Citation {
  key: string;
  kind: CitationKind;
  work: Work;
  appearance: Appearance;
  names: SplitName[];
  /** What the people named are: authors, editors of a whole book, translators. */
  role: "author" | "editor" | "translator";
  /** Editors of the book a chapter stands in. */
  editors: SplitName[];
  /** Authors of what was translated. */
  originalAuthors: SplitName[];
  container?: string | undefined;
  date?: CitationDate | undefined;
  arxiv?: string | undefined;
  url?: string | undefined;
  note?: string | undefined;
}

function ordinal(value: number): string {
  const tens = value % 100;
  return `${value}${tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
}

/**
 * `41st International Conference on Machine Learning (ICML)`, after the workshop held there; other
 * venues by name alone.
 */
function nameContainer(appearance: Appearance, venue: Venue | undefined): string | undefined {
  if (appearance.kind === "chapter" && appearance.book !== undefined) return appearance.book;
  if (venue === undefined) return appearance.workshop;
  if (appearance.kind !== "conference" && appearance.kind !== "workshop") return venue.name;
  const acronym =
    venue.acronym === undefined || venue.acronym === venue.name ? "" : ` (${venue.acronym})`;
  const edition = appearance.edition === undefined ? "" : `${ordinal(appearance.edition)} `;
  const series = `${edition}${venue.name}${acronym}`;
  return appearance.workshop === undefined ? series : `${appearance.workshop} at the ${series}`;
}

function composeNote(
  { kind, status, track }: Appearance,
  container: string | undefined,
): string | undefined {
  const place = kind === "preprint" || container === undefined ? "" : ` at ${container}`;
  const words = {
    published: undefined,
    accepted: "Accepted",
    "under-review": `Under review${place}`,
  } as const satisfies Record<Appearance["status"], string | undefined>;
  const parts = [words[status], track].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(". ");
}

/** Where to read it: the paper, else a preprint; a DOI stands for itself. */
function findUrl(work: Work, appearance: Appearance): string | undefined {
  const paper =
    appearance.links.find(({ type }) => type === "paper") ??
    work.appearances.flatMap(({ links }) => links).find(({ type }) => type === "preprint");
  if (paper !== undefined) return paper.url;
  return appearance.arxiv === undefined ? undefined : `https://arxiv.org/abs/${appearance.arxiv}`;
}

function splitDate(text: string | undefined): CitationDate | undefined {
  if (text === undefined) return undefined;
  const [year = 0, month, day] = text.split("-").map(Number);
  return { year, month, day };
}

interface Preparation {
  keys: ReturnType<typeof citationKeys>;
  split: ReturnType<typeof createNameSplitter>;
  venues: Map<string, Cv["venues"][number]>;
  works: Work[];
}

/**
 * What all citations of a record share. Sites ask for one work at a time, thousands of times; each
 * answer must not read the whole record.
 */
const preparations = new WeakMap<Cv, Preparation>();

function prepare(cv: Cv): Preparation {
  const known = preparations.get(cv);
  if (known !== undefined) return known;
  const made = {
    keys: citationKeys(cv),
    split: createNameSplitter(cv),
    venues: new Map(cv.venues.map((venue) => [venue.id, venue])),
    works: orderWorks(cv),
  };
  preparations.set(cv, made);
  return made;
}

/**
 * Citations in the order of the CV's numbers, all or those of the works named; ids that are not in
 * the record are passed over.
 */
export function listCitations(cv: Cv, ids?: readonly string[]): Citation[] {
  const { keys, split, venues, works } = prepare(cv);
  return works.flatMap((work): Citation[] => {
    const [appearance] = work.appearances;
    if (appearance === undefined || (ids !== undefined && !ids.includes(work.id))) return [];
    const container = nameContainer(appearance, venues.get(appearance.venue ?? ""));
    const arxiv = work.appearances.find((form) => form.arxiv !== undefined)?.arxiv;
    return [
      {
        key: keys.get(work.id) ?? work.id,
        kind:
          appearance.status === "under-review" && arxiv === undefined
            ? "manuscript"
            : appearance.kind,
        work,
        appearance,
        names: work.authors.map(split),
        role:
          appearance.kind === "edited-book"
            ? "editor"
            : appearance.kind === "translation"
              ? "translator"
              : "author",
        editors: appearance.editors.map(split),
        originalAuthors: appearance.translationOf?.authors.map(split) ?? [],
        container,
        date: splitDate(appearance.date),
        arxiv,
        url: findUrl(work, appearance),
        note: composeNote(appearance, container),
      },
    ];
  });
}
