import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { earliestDay, latestDay } from "../../text/date.ts";
import { plainText } from "../../text/span.ts";
import { composePublications, type Publication } from "../../works/publication.ts";
import { milestonesBetween } from "../announceable.ts";
import { composeEdition } from "../edition.ts";
import { listMilestones } from "../milestone.ts";
import type { Changes } from "./changes.ts";
import { compareSections, type Interval, sectionsOfPeriod } from "./section-changes.ts";
import { summariseChanges } from "./summary.ts";

/** All that is read of a work. */
const publicationText = ({ title, authors, appearances, abstract, topics }: Publication) =>
  [
    title,
    plainText(authors),
    ...appearances.map(({ full }) => plainText(full)),
    abstract,
    ...topics,
  ].join("\n");

function finishChanges(changes: Omit<Changes, "summary">, words: Words): Changes {
  return { ...changes, summary: summariseChanges(changes, words) };
}

/**
 * What changed from one state of a record to another. What is new about works is what a digest
 * would report to a reader of the first state.
 */
export function compareRecords(before: Cv, after: Cv, words: Words): Changes {
  const announced = new Set(listMilestones(before).map(({ key }) => key));
  const { works = [], updates = [] } = composeEdition(after, words, announced) ?? {};
  const reported = new Set([
    ...works.map(({ id }) => id),
    ...updates.map(({ publication }) => publication.id),
  ]);
  const [old, current] = [composePublications(before, words), composePublications(after, words)];
  const known = new Map(old.map((publication) => [publication.id, publication]));
  return finishChanges(
    {
      works,
      updates,
      corrected: current.flatMap((publication) => {
        const earlier = known.get(publication.id);
        return earlier === undefined ||
          reported.has(publication.id) ||
          publicationText(earlier) === publicationText(publication)
          ? []
          : [{ before: earlier, after: publication }];
      }),
      removed: old.filter(({ id }) => !current.some((publication) => publication.id === id)),
      sections: compareSections(before, after, words),
    },
    words,
  );
}

/**
 * What happened in a stretch of time, as the record dates it: works that appeared, were accepted or
 * honoured, entries that began or ended. What has no date is in no stretch of time; a date of
 * lesser precision counts with its first day.
 */
export function composePeriod(cv: Cv, interval: Interval, words: Words): Changes {
  const inside = milestonesBetween(cv, earliestDay(interval.since), latestDay(interval.until));
  const outside = listMilestones(cv).flatMap(({ key }) => (inside.has(key) ? [] : [key]));
  const { works = [], updates = [] } = composeEdition(cv, words, new Set(outside)) ?? {};
  return finishChanges(
    {
      works,
      updates,
      corrected: [],
      removed: [],
      sections: sectionsOfPeriod(cv, interval, words),
    },
    words,
  );
}
