import {
  type AppearanceKind,
  type AppearanceStatus,
  type Cv,
  groupOfWork,
  type Honour,
  orderWorks,
  WORK_GROUP_IDS,
  type WorkGroupId,
} from "@triptych/schema";
import {
  authorSpans,
  listedAuthorSpans,
  type OwnerPosition,
  ownerPosition,
} from "./author-list.ts";
import { createDirectory } from "../text/directory.ts";
import { joinSpans, type Span } from "../text/span.ts";
import {
  appearanceDay,
  filingLabel,
  fullVenueSpans,
  linkSpans,
  shortVenueSpans,
  venueFactSpans,
} from "./venue-line.ts";
import { kindName } from "./wording.ts";

/** Titles of the groups of the publication list. */
const GROUP_TITLES = {
  conference: "Peer-reviewed conference publications",
  journal: "Peer-reviewed journal publications",
  preprint: "Preprints and under review",
  thesis: "PhD thesis",
  "master-thesis": "Master’s thesis",
  book: "Books",
  "edited-book": "Edited books",
  translation: "Translations",
  chapter: "Book chapters",
  review: "Reviews",
  report: "Reports",
  patent: "Patents",
  dataset: "Datasets",
  software: "Software",
  poster: "Posters",
  other: "Other works",
} as const satisfies Record<WorkGroupId, string>;

/** The groups of the publication list, in the order in which the CV numbers its works. */
export const PUBLICATION_GROUPS = WORK_GROUP_IDS.map((id) => ({ id, title: GROUP_TITLES[id] }));

export interface AppearanceView {
  kind: AppearanceKind;
  kindName: string;
  status: AppearanceStatus;
  /** `ICML 2024 · Oral`. */
  short: Span[];
  /** Every fact of the appearance on one line, with the links. */
  full: Span[];
  /** The same without the links. */
  facts: Span[];
  links: Span[];
}

/** A publication as every renderer shows it. */
export interface Publication {
  id: string;
  /** The number in the full CV, from 1. */
  number: number;
  group: WorkGroupId;
  title: string;
  /** Everybody; for the work's own page. */
  authors: Span[];
  /** What lists show: the same, shortened by a rule where the list is long. */
  listedAuthors: Span[];
  authorCount: number;
  position: OwnerPosition;
  /** The appearance the work is cited by comes first. */
  appearances: AppearanceView[];
  /** The short form of the first appearance, with the honours of all. */
  venue: Span[];
  /** Kind of the appearance the work is cited by. */
  kind: AppearanceKind;
  kindName: string;
  /**
   * The venue the work is cited by; preprints may have none. `name` is the acronym where there is
   * one.
   */
  series?: { id: string; name: string };
  /** Ids of the co-authors, each once, in the order of the print. */
  coauthors: string[];
  /** Year the work is filed under, `Under review` or `Undated`. */
  filedUnder: string;
  /** Whether the work has a year; the others are filed by status. */
  dated: boolean;
  /** ISO day for ordering, empty when undated. */
  day: string;
  honours: Honour[];
  abstract?: string;
  topics: string[];
}

const composed = new WeakMap<Cv, readonly Publication[]>();

/**
 * All works as views, in the order of their numbers. A document, its chart and its pages ask for
 * them by turns: they are composed once a record.
 */
export function composePublications(cv: Cv): Publication[] {
  const publications = composed.get(cv) ?? composeAll(cv);
  composed.set(cv, publications);
  return [...publications];
}

function composeAll(cv: Cv): Publication[] {
  const directory = createDirectory(cv);
  const venues = new Map(cv.venues.map((venue) => [venue.id, venue]));
  return orderWorks(cv).flatMap((work, index) => {
    const [cited] = work.appearances;
    if (cited === undefined) return [];
    const appearances = work.appearances.map((appearance) => ({
      kind: appearance.kind,
      kindName: kindName(appearance.kind),
      status: appearance.status,
      short: shortVenueSpans(appearance, venues),
      full: fullVenueSpans(appearance, venues),
      facts: venueFactSpans(appearance, venues),
      links: linkSpans(appearance),
    }));
    const series = cited.venue === undefined ? undefined : venues.get(cited.venue);
    const authors = authorSpans(work, directory);
    const publication: Publication = {
      id: work.id,
      number: index + 1,
      group: groupOfWork(work),
      title: work.title,
      authors,
      listedAuthors: listedAuthorSpans(work, directory),
      authorCount: work.authors.length,
      position: ownerPosition(work, directory),
      appearances,
      venue: appearances.flatMap((view, at) =>
        at === 0 ? view.short : [{ text: "; " }, ...view.short],
      ),
      kind: cited.kind,
      kindName: kindName(cited.kind),
      ...(series === undefined
        ? {}
        : { series: { id: series.id, name: series.acronym ?? series.name } }),
      coauthors: [
        ...new Set(authors.flatMap(({ target }) => (target?.kind === "person" ? [target.id] : []))),
      ],
      filedUnder: filingLabel(cited),
      dated: cited.date !== undefined,
      day: appearanceDay(cited),
      honours: work.appearances.flatMap((appearance) => appearance.honours),
      topics: work.topics,
      ...(work.abstract === undefined ? {} : { abstract: work.abstract }),
    };
    return [publication];
  });
}

/**
 * What can be opened of a work, each once, in the order of its appearances and at most so many:
 * `arXiv:2306.14048 · Code`.
 */
export function publicationLinks({ appearances }: Publication, most: number): Span[] {
  const links = appearances.flatMap((appearance) =>
    appearance.links.filter(({ href }) => href !== undefined),
  );
  const once = links.filter(
    ({ href }, index) => links.findIndex((other) => other.href === href) === index,
  );
  return joinSpans(
    once.slice(0, most).map((link) => [link]),
    " · ",
  );
}

export interface FiledPublications {
  label: string;
  publications: Publication[];
}

/** The years from new to old, then what is under review, then what has no date. */
export function filePublications(publications: readonly Publication[]): FiledPublications[] {
  const labels = [...new Set(publications.map((publication) => publication.filedUnder))];
  const rank = (label: string) =>
    label === "Under review" ? "0001" : label === "Undated" ? "0000" : label;
  return labels
    .sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
    .map((label) => ({
      label,
      publications: publications.filter((publication) => publication.filedUnder === label),
    }));
}

/** The newest dated works, newest first; works of the same date keep the order of the CV. */
export function newestPublications(
  publications: readonly Publication[],
  count: number,
): Publication[] {
  return publications
    .filter((publication) => publication.dated)
    .sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? 1 : -1))
    .slice(0, count);
}
