import { type AppearanceKind, type AppearanceStatus, createRoster, type Cv, type Honour, printedForm, type Work } from "@triptych/schema";
import { authorSpans, type OwnerPosition, ownerPosition } from "./author-list.ts";
import type { Span } from "./span.ts";
import { appearanceDay, filingLabel, fullVenueSpans, linkSpans, shortVenueSpans } from "./venue-line.ts";
import { KIND_NAMES } from "./wording.ts";

/** The sections of the publication list, in the order in which the CV numbers its works. */
export const PUBLICATION_GROUPS = [
  { id: "conference", title: "Peer-reviewed conference publications", kinds: ["conference", "workshop"] },
  { id: "journal", title: "Peer-reviewed journal publications", kinds: ["journal"] },
  { id: "preprint", title: "Preprints and under review", kinds: ["preprint"] },
  { id: "thesis", title: "PhD thesis", kinds: ["thesis"] },
] as const satisfies readonly { id: string; title: string; kinds: readonly AppearanceKind[] }[];

export type PublicationGroupId = (typeof PUBLICATION_GROUPS)[number]["id"];

export interface AppearanceView {
  kind: AppearanceKind;
  kindName: string;
  status: AppearanceStatus;
  /** `ICML 2024 · Oral`. */
  short: Span[];
  /** Every fact of the appearance on one line. */
  full: Span[];
  links: Span[];
}

/** A publication as every renderer shows it. */
export interface Publication {
  id: string;
  /** The number in the full CV, from 1. */
  number: number;
  group: PublicationGroupId;
  title: string;
  authors: Span[];
  authorCount: number;
  position: OwnerPosition;
  /** The appearance the work is cited by comes first. */
  appearances: AppearanceView[];
  /** The short form of the first appearance, with the honours of all. */
  venue: Span[];
  kindName: string;
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

function groupOf(work: Work): PublicationGroupId {
  const kind = work.appearances[0]?.kind;
  const group = PUBLICATION_GROUPS.find((candidate) => candidate.kinds.some((known) => known === kind));
  return group?.id ?? "conference";
}

/** Works in the CV's numbering: group by group, inside a group in the order of the record. */
export function numberWorks(cv: Cv): Map<string, number> {
  const ordered = PUBLICATION_GROUPS.flatMap((group) => cv.publications.filter((work) => groupOf(work) === group.id));
  return new Map(ordered.map((work, index) => [work.id, index + 1]));
}

/** All works as views, in the order of their numbers. */
export function composePublications(cv: Cv): Publication[] {
  const roster = createRoster(cv);
  const venues = new Map(cv.venues.map((venue) => [venue.id, venue]));
  const numbers = numberWorks(cv);
  const publications = cv.publications.flatMap((work) => {
    const [cited] = work.appearances;
    if (cited === undefined) return [];
    const appearances = work.appearances.map((appearance) => ({
      kind: appearance.kind,
      kindName: KIND_NAMES[appearance.kind],
      status: appearance.status,
      short: shortVenueSpans(appearance, venues),
      full: fullVenueSpans(appearance, venues),
      links: linkSpans(appearance),
    }));
    const publication: Publication = {
      id: work.id,
      number: numbers.get(work.id) ?? 0,
      group: groupOf(work),
      title: work.title,
      authors: authorSpans(work, roster),
      authorCount: work.authors.length,
      position: ownerPosition(work, roster),
      appearances,
      venue: appearances.flatMap((view, index) => (index === 0 ? view.short : [{ text: "; " }, ...view.short])),
      kindName: KIND_NAMES[cited.kind],
      filedUnder: filingLabel(cited),
      dated: cited.date !== undefined,
      day: appearanceDay(cited),
      honours: work.appearances.flatMap((appearance) => appearance.honours),
      topics: work.topics,
      ...(work.abstract === undefined ? {} : { abstract: work.abstract }),
    };
    return [publication];
  });
  return publications.sort((a, b) => a.number - b.number);
}

export interface FiledPublications {
  label: string;
  publications: Publication[];
}

/** The years from new to old, then what is under review, then what has no date. */
export function filePublications(publications: readonly Publication[]): FiledPublications[] {
  const labels = [...new Set(publications.map((publication) => publication.filedUnder))];
  const rank = (label: string) => (label === "Under review" ? "0001" : label === "Undated" ? "0000" : label);
  return labels
    .sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
    .map((label) => ({ label, publications: publications.filter((publication) => publication.filedUnder === label) }));
}

/** The newest dated works, newest first; works of the same date keep the order of the CV. */
export function newestPublications(publications: readonly Publication[], count: number): Publication[] {
  return publications
    .filter((publication) => publication.dated)
    .sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? 1 : -1))
    .slice(0, count);
}

/** The printed names of a work's authors, for metadata that wants them one by one. */
export function authorNames(work: Work): string[] {
  return work.authors.map(printedForm);
}
