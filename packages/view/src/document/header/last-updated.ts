import type { Cv, PartialDate } from "@triptych/schema";
import { earliestDay, lastDayOfCalendar, latestDay } from "../../text/date.ts";

/** The date whose first day is the newest; of those that share it, the most precise. */
export function newestDate(dates: readonly PartialDate[]): PartialDate | undefined {
  return dates
    .toSorted((a, b) =>
      earliestDay(a) === earliestDay(b)
        ? a.length - b.length
        : earliestDay(a) < earliestDay(b)
          ? -1
          : 1,
    )
    .at(-1);
}

/** The newest date on which figures were read, by the last day it can mean. */
export function lastRead(cv: Cv): PartialDate | undefined {
  return cv.figures
    .flatMap(({ asOf }) => asOf ?? [])
    .toSorted((a, b) => (latestDay(a) < latestDay(b) ? 1 : -1))[0];
}

/**
 * What is dated once it is over. Talks, posts, grants and works still to appear may be announced
 * ahead of their day, and are left out.
 */
function lastDone({ publications, awards, media, certificates }: Cv): PartialDate | undefined {
  const appeared = publications.flatMap(({ appearances }) =>
    appearances.filter(({ status }) => status === "published"),
  );
  return newestDate(
    [...appeared, ...awards, ...media, ...certificates].flatMap(({ date }) => date ?? []),
  );
}

/**
 * The date the record was last known to be true: that on which its figures were read, else that of
 * the newest work, award, certificate or piece in the press. Undefined where it has none of these.
 */
export function lastUpdated(cv: Cv): PartialDate | undefined {
  return lastRead(cv) ?? lastDone(cv);
}

/**
 * The same as a day, `YYYY-MM-DD`. Figures read in 2024 were true until its end; a work of 2024
 * says nothing of the days after the first, and the day must not lie in the future of the record.
 */
export function lastUpdatedDay(cv: Cv): string | undefined {
  const read = lastRead(cv);
  if (read !== undefined) return lastDayOfCalendar(read);
  const done = lastDone(cv);
  return done === undefined ? undefined : earliestDay(done);
}
