import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { lastRead } from "../document/header/last-updated.ts";
import { latestDay } from "../text/date.ts";
import type { Span } from "../text/span.ts";
import { equalContributionLegend } from "../works/author-list.ts";
import { compareByDay } from "../works/publication-order.ts";
import { worksNoun } from "../works/kind-name.ts";
import { composePublications, type Publication } from "../works/publication.ts";
import { isAbout } from "../works/topic.ts";
import { milestonesBefore } from "./announceable.ts";
import { type EditionEvent, listEvents } from "./event.ts";
import { listMilestones, type Milestone } from "./milestone.ts";
import { composeUpdate, type EditionUpdate } from "./news.ts";

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

/** The second part of a mail is short. */
const MOST_EVENTS = 5;

/** Milestones of works that nobody has announced, of what the reader wants to read about. */
function freshMilestones(
  cv: Cv,
  announced: ReadonlySet<string>,
  topics: readonly string[] | undefined,
): Milestone[] {
  const wanted = new Set(
    cv.publications
      .filter((work) => topics === undefined || isAbout(work.topics, topics))
      .map(({ id }) => id),
  );
  return listMilestones(cv).filter(({ key, workId }) => !announced.has(key) && wanted.has(workId));
}

function summarise(
  works: readonly Publication[],
  updates: readonly EditionUpdate[],
  words: Words,
): string {
  const { newWorks, updates: countUpdates } = words.digest;
  return [
    ...(works.length === 0 ? [] : [newWorks({ count: works.length, of: worksNoun(works, words) })]),
    ...(updates.length === 0 ? [] : [countUpdates({ count: updates.length })]),
  ].join(", ");
}

/**
 * The next edition, or undefined where there is nothing to report: an empty period sends no mail.
 * @param announced keys that earlier editions, or the baseline of the first start, have covered
 * @param topics what the reader wants to read about; left out, everything
 */
export function composeEdition(
  cv: Cv,
  words: Words,
  announced: ReadonlySet<string>,
  topics?: readonly string[],
): Edition | undefined {
  const fresh = freshMilestones(cv, announced, topics);
  if (fresh.length === 0) return undefined;
  const byWork = Map.groupBy(fresh, ({ workId }) => workId);
  const isNew = (id: string) => byWork.get(id)?.some(({ kind }) => kind === "appeared") === true;
  const publications = composePublications(cv, words);
  const works = publications.filter(({ id }) => isNew(id)).sort(compareByDay);
  const updates = publications.flatMap((publication): EditionUpdate[] => {
    const own = isNew(publication.id) ? undefined : byWork.get(publication.id);
    return own === undefined ? [] : [composeUpdate(publication, own, cv, words)];
  });
  const events = listEvents(cv, words).filter(
    ({ keys }) => !keys.some((key) => announced.has(key)),
  );
  const summary = summarise(works, updates, words);
  const [only] = works.length === 1 && updates.length === 0 ? works : [];
  return {
    works,
    updates,
    events: events.slice(0, MOST_EVENTS),
    moreEvents: Math.max(0, events.length - MOST_EVENTS),
    legend: equalContributionLegend(
      cv.publications.filter(({ id }) => byWork.has(id)),
      words,
    ),
    milestones: [
      ...new Set([...fresh.map(({ key }) => key), ...events.flatMap(({ keys }) => keys)]),
    ],
    subject: words.digest.subject({ name: cv.profile.name, news: only?.title ?? summary }),
    summary,
  };
}

/**
 * What one mail would hold that covered a whole year: the one before the day its figures were last
 * read, else before its newest dated milestone. An example for people who think of subscribing;
 * undefined where that year brought nothing.
 */
export function composeExampleEdition(cv: Cv, words: Words): Edition | undefined {
  const days = listMilestones(cv).flatMap(({ day }) => day ?? []);
  const read = lastRead(cv);
  const end = read === undefined ? days.sort().at(-1) : latestDay(read);
  if (end === undefined) return undefined;
  const yearBefore = `${String(Number(end.slice(0, 4)) - 1).padStart(4, "0")}${end.slice(4)}`;
  return composeEdition(cv, words, milestonesBefore(cv, yearBefore));
}
