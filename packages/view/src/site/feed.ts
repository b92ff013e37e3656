import { type Cv, printedForm, type Work } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { stop } from "@triptych/words/sentence";
import { lastRead, newestDate } from "../document/header/last-updated.ts";
import { earliestDay } from "../text/date.ts";
import { composePublications, type Publication } from "../works/publication.ts";
import { joinSpans, plainText, type Span, textSpans } from "../text/span.ts";

/** A publication as a feed gives it. Days are `YYYY-MM-DD`. */
export interface FeedEntry {
  /** The work's id in the record. */
  workId: string;
  title: string;
  /** As printed, in the order of the print. */
  authors: string[];
  /** Venue, and the abstract where there is one. */
  summary: Span[];
  topics: string[];
  /** First day of the date the work is cited by; undefined where the record knows none. */
  published?: string;
  /**
   * First day of the newest date of the work's appearances; undefined where the record knows none.
   */
  updated?: string;
  /** `published` where the record knows the day itself. */
  publishedOn?: string;
  /** `updated` where the record knows the day itself. */
  updatedOn?: string;
}

/** Publications newest first, undated ones last. */
export interface Feed {
  title: string;
  author: string;
  entries: FeedEntry[];
  /** The newest day the record speaks of; undefined where it knows none. */
  updated?: string;
}

/** A date that is a whole day. */
function wholeDay(date: string | undefined): string | undefined {
  return date?.length === 10 ? date : undefined;
}

function composeEntry(work: Work, { title, venue, abstract, topics }: Publication): FeedEntry {
  const published = work.appearances[0]?.date;
  const end = stop(plainText(venue)).slice(plainText(venue).length);
  const dates = work.appearances.flatMap(({ date }) => date ?? []);
  const updated = newestDate(dates);
  const [publishedOn, updatedOn] = [wholeDay(published), wholeDay(updated)];
  return {
    workId: work.id,
    title,
    authors: work.authors.map(printedForm),
    summary: joinSpans(
      [[...venue, ...textSpans(end)], abstract === undefined ? [] : [{ text: abstract }]],
      "\n\n",
    ),
    topics,
    ...(published === undefined ? {} : { published: earliestDay(published) }),
    ...(updated === undefined ? {} : { updated: earliestDay(updated) }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(updatedOn === undefined ? {} : { updatedOn }),
  };
}

/** The publications for feed readers. Works of the same day keep the order of the CV. */
export function composeFeed(cv: Cv, words: Words): Feed {
  const works = new Map(cv.publications.map((work) => [work.id, work]));
  const entries = composePublications(cv, words)
    .flatMap((publication) => {
      const work = works.get(publication.id);
      return work === undefined ? [] : [composeEntry(work, publication)];
    })
    .sort((a, b) =>
      (a.published ?? "") === (b.published ?? "")
        ? 0
        : (a.published ?? "") < (b.published ?? "")
          ? 1
          : -1,
    );
  const read = lastRead(cv);
  const updated = newestDate([
    ...entries.flatMap((entry) => entry.updated ?? []),
    ...(read === undefined ? [] : [earliestDay(read)]),
  ]);
  return {
    title: words.feeds.title({ name: cv.profile.name }),
    author: cv.profile.name,
    entries,
    ...(updated === undefined ? {} : { updated }),
  };
}
