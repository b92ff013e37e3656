import type { Cv, SectionId } from "@triptych/schema";
import { createDirectory } from "../text/directory.ts";
import { composeDocument, type CvDocument } from "../document/document.ts";
import type { DraftEntry } from "../document/draft-entry.ts";
import { earliestDay, formatDate } from "../text/date.ts";
import { composePublications, newestPublications, type Publication } from "../works/publication.ts";
import { pageOfSection, type SectionPageId } from "./section-page.ts";
import { mediaEntries, talkEntries } from "../document/sections/activity.ts";
import { awardEntries } from "../document/sections/career.ts";
import { exhibitionEntries, projectEntries } from "../document/sections/practice.ts";
import { honouredPublications } from "../works/selected.ts";
import type { Span } from "../text/span.ts";
import { countWorks, workNoun } from "../works/work-count.ts";

export type RecentKind =
  | "exhibition"
  | "project"
  | "award"
  | "position"
  | "talk"
  | "media"
  | "publications";

/** Where an item stands in full: an entry of a page, or the works of a year. */
export type RecentPlace =
  | { kind: "entry"; page: SectionPageId | "cv"; id: string }
  | { kind: "year"; year: string };

/** Something that happened, for the list of what is recent. */
export interface RecentItem {
  kind: RecentKind;
  day: string;
  rail: string;
  spans: Span[];
  place: RecentPlace;
}

/** At most so many of a kind, so that no kind hides the others. */
const AT_MOST = {
  exhibition: 2,
  project: 1,
  award: 2,
  position: 1,
  talk: 2,
  media: 1,
  publications: 2,
} as const satisfies Record<RecentKind, number>;

const NAMED_WORKS = 2;

const newestFirst = (a: { day: string }, b: { day: string }) =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : 0;

/**
 * The full document keeps the order of the record, so entry and draft of the same place are one.
 */
function placeOf(document: CvDocument, section: SectionId, index: number): RecentPlace {
  const group = document.sections.find(({ id }) => id === section)?.groups[0];
  return {
    kind: "entry",
    page: pageOfSection(section) ?? "cv",
    id: group?.entries[index]?.id ?? section,
  };
}

function entryItems(
  kind: RecentKind,
  prefix: string,
  section: SectionId,
  drafts: readonly DraftEntry[],
  document: CvDocument,
): RecentItem[] {
  return drafts.map((draft, index) => ({
    kind,
    day: draft.days?.first ?? "",
    rail: draft.rail,
    spans: [
      ...(prefix === "" ? [] : [{ text: prefix }]),
      ...(draft.lines[0]?.spans ?? []).map(({ role: _role, ...span }) => span),
    ],
    place: placeOf(document, section, index),
  }));
}

function positionItems(cv: Cv, document: CvDocument): RecentItem[] {
  return cv.positions.map(({ title, institution, period }, index) => ({
    kind: "position",
    day: earliestDay(period.start),
    rail: formatDate(period.start),
    spans: [
      {
        text: `Joined ${[institution.unit, institution.name].filter((part) => part !== undefined).join(", ")}, as ${title}`,
      },
    ],
    place: placeOf(document, "positions", index),
  }));
}

/** `12 papers, among them One and Two`; the honoured ones are named before the newest. */
function yearSpans(works: readonly Publication[]): Span[] {
  const named = [
    ...new Set([...honouredPublications(works), ...newestPublications(works, NAMED_WORKS)]),
  ].slice(0, NAMED_WORKS);
  const titles = named.flatMap(({ id, title }, index): Span[] => [
    ...(index === 0 ? [] : [{ text: " and " }]),
    { text: `“${title}”`, target: { kind: "work", id } },
  ]);
  const [only] = works.length === 1 ? works : [];
  const count =
    only === undefined ? countWorks(works.length, works) : `One ${workNoun([only.kind], 1)}`;
  return [
    { text: works.length > named.length ? `${count}, among them ` : `${count}: ` },
    ...titles,
  ];
}

/** The papers of a year are one item, dated by the newest of them. */
function publicationItems(cv: Cv): RecentItem[] {
  const dated = newestPublications(composePublications(cv), Infinity);
  const years = [...new Set(dated.map((publication) => publication.filedUnder))];
  return years.map((year) => {
    const works = dated.filter((publication) => publication.filedUnder === year);
    return {
      kind: "publications",
      day: works[0]?.day ?? "",
      rail: year,
      spans: yearSpans(works),
      place: { kind: "year", year },
    };
  });
}

/**
 * What happened, newest first and some of each kind: awards, positions, talks, media and papers,
 * derived and never typed twice.
 */
export function recentItems(cv: Cv, count: number): RecentItem[] {
  const directory = createDirectory(cv);
  const document = composeDocument(cv);
  const kinds = [
    publicationItems(cv),
    entryItems("award", "", "awards", awardEntries(cv), document),
    positionItems(cv, document),
    entryItems("talk", "Talk: ", "talks", talkEntries(cv, directory), document),
    entryItems(
      "exhibition",
      "Exhibition: ",
      "exhibitions",
      exhibitionEntries(cv, directory),
      document,
    ),
    entryItems("project", "Project: ", "projects", projectEntries(cv), document),
    entryItems("media", "In the press: ", "media", mediaEntries(cv), document),
  ];
  return kinds
    .flatMap((items) =>
      items.toSorted(newestFirst).slice(0, items[0] === undefined ? 0 : AT_MOST[items[0].kind]),
    )
    .sort(newestFirst)
    .slice(0, count);
}
