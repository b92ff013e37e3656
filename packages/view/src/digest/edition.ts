import type { Cv } from "@triptych/schema";
import { equalContributionLegend } from "../works/author-list.ts";
import { type EditionEvent, listEventKeys, listEvents } from "./event.ts";
import { lastRead } from "../document/last-updated.ts";
import { listMilestones, type Milestone } from "./milestone.ts";
import { latestDay } from "../text/date.ts";
import { composePublications, type Publication } from "../works/publication.ts";
import { joinSpans, type Span } from "../text/span.ts";
import { isAbout } from "../works/topic.ts";
import { HONOUR_NAMES } from "../works/wording.ts";
import { workNoun } from "../works/work-count.ts";

/** A known work to which something happened: `Accepted: ICML 2024`. */
export interface EditionUpdate {
  publication: Publication;
  news: Span[];
}

/** What one digest says. A pure function of the record and of what was announced before. */
export interface Edition {
  /** New works, newest first. */
  works: Publication[];
  /** News of works that earlier editions announced. */
  updates: EditionUpdate[];
  /**
   * Talks and awards since the last edition, the newest first; they go along with papers and never
   * make a mail of their own.
   */
  events: EditionEvent[];
  /** Events that are too many to list; the site has them. */
  moreEvents: number;
  /** What the marks behind names mean; empty where there are none. */
  legend: Span[];
  /**
   * Keys of all milestones this edition announces; they are announced for good once it is stored.
   */
  milestones: string[];
  subject: string;
  /** `3 new papers, 1 update`. */
  summary: string;
}

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

function newsOf(publication: Publication, milestones: readonly Milestone[], cv: Cv): Span[] {
  const work = cv.publications.find((candidate) => candidate.id === publication.id);
  const parts = milestones.map((milestone): Span[] => {
    const index = milestone.appearance ?? 0;
    const venue = publication.appearances[index]?.short ?? [];
    if (milestone.kind === "accepted") return [{ text: "Now at " }, ...venue];
    const honours = (work?.appearances[index]?.honours ?? []).filter((honour) =>
      milestone.key.endsWith(`:${honour}`),
    );
    return [
      { text: `${honours.map((honour) => HONOUR_NAMES[honour]).join(", ")} at ` },
      ...venue.filter((span) => span.role === "venue"),
    ];
  });
  return joinSpans(parts, "; ");
}

/** An acceptance tells its honours with it; they are not told a second time. */
function withoutToldHonours(milestones: readonly Milestone[]): Milestone[] {
  const accepted = milestones
    .filter((milestone) => milestone.kind === "accepted")
    .map((milestone) => milestone.appearance);
  return milestones.filter(
    (milestone) => milestone.kind !== "honoured" || !accepted.includes(milestone.appearance),
  );
}

/** The second part of a mail is short. */
const MOST_EVENTS = 5;

/** Keys of everything the record can announce: of works, talks and awards. */
export function listAnnounceable(cv: Cv): string[] {
  return [...listMilestones(cv).map(({ key }) => key), ...listEventKeys(cv)];
}

/**
 * The next edition, or undefined where there is nothing to tell: an empty period sends no mail.
 * @param announced keys that earlier editions, or the baseline of the first start, have covered
 * @param topics what the reader wants to read about; left out, everything
 */
export function composeEdition(
  cv: Cv,
  announced: ReadonlySet<string>,
  topics?: readonly string[],
): Edition | undefined {
  const wanted = new Set(
    cv.publications
      .filter((work) => topics === undefined || isAbout(work.topics, topics))
      .map(({ id }) => id),
  );
  const fresh = listMilestones(cv).filter(
    (milestone) => !announced.has(milestone.key) && wanted.has(milestone.workId),
  );
  if (fresh.length === 0) return undefined;
  const events = listEvents(cv).filter(({ keys }) => !keys.some((key) => announced.has(key)));
  const newIds = new Set(
    fresh.filter((milestone) => milestone.kind === "appeared").map((milestone) => milestone.workId),
  );
  const publications = composePublications(cv);
  const works = publications
    .filter((publication) => newIds.has(publication.id))
    .sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? 1 : -1));
  const updates = publications.flatMap((publication): EditionUpdate[] => {
    const own = fresh.filter(
      (milestone) => milestone.workId === publication.id && !newIds.has(milestone.workId),
    );
    return own.length === 0
      ? []
      : [{ publication, news: newsOf(publication, withoutToldHonours(own), cv) }];
  });
  const kinds = works.map(({ kind }) => kind);
  const parts = [
    works.length === 0 ? [] : [`${works.length} new ${workNoun(kinds, works.length)}`],
    updates.length === 0 ? [] : [count(updates.length, "update", "updates")],
  ].flat();
  const summary = parts.join(", ");
  const [only] = works.length === 1 && updates.length === 0 ? works : [];
  return {
    works,
    updates,
    events: events.slice(0, MOST_EVENTS),
    moreEvents: Math.max(0, events.length - MOST_EVENTS),
    legend: equalContributionLegend(
      cv.publications.filter(
        ({ id }) => newIds.has(id) || updates.some(({ publication }) => publication.id === id),
      ),
    ),
    milestones: [
      ...new Set([
        ...fresh.map((milestone) => milestone.key),
        ...events.flatMap(({ keys }) => keys),
      ]),
    ],
    subject:
      only === undefined ? `${cv.profile.name}: ${summary}` : `${cv.profile.name}: ${only.title}`,
    summary,
  };
}

/**
 * Milestones that happened in a stretch of days, both included; what has no date happened in none.
 */
export function milestonesBetween(cv: Cv, first: string, last: string): Set<string> {
  return new Set(
    listMilestones(cv).flatMap(({ key, day }) =>
      day !== undefined && day >= first && day <= last ? [key] : [],
    ),
  );
}

/**
 * What a reader could have known before a day, for previews: dated milestones and events before it,
 * and milestones without a date.
 */
export function milestonesBefore(cv: Cv, day: string): Set<string> {
  const milestones = listMilestones(cv).filter(
    (milestone) => milestone.day === undefined || milestone.day < day,
  );
  const events = listEvents(cv).filter((event) => event.day < day);
  return new Set([...milestones.map(({ key }) => key), ...events.flatMap(({ keys }) => keys)]);
}

/**
 * What one mail would hold that told a whole year: the one before the day its figures were last
 * read, else before its newest dated milestone. An example for people who think of subscribing;
 * undefined where that year brought nothing.
 */
export function composeExampleEdition(cv: Cv): Edition | undefined {
  const days = listMilestones(cv).flatMap(({ day }) => day ?? []);
  const read = lastRead(cv);
  const end = read === undefined ? days.sort().at(-1) : latestDay(read);
  if (end === undefined) return undefined;
  const yearBefore = `${String(Number(end.slice(0, 4)) - 1).padStart(4, "0")}${end.slice(4)}`;
  return composeEdition(cv, milestonesBefore(cv, yearBefore));
}
