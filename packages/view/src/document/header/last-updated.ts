import {
  type Cv,
  LIST_IDS,
  LISTS,
  type ListId,
  type PartialDate,
  type Period,
} from "@triptych/schema";
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

/** When an entry began or was, and when it ended, where that is known. */
interface Dated {
  list: ListId;
  first: PartialDate;
  /** A date, or `present`. */
  last?: Period["end"];
}

function listDated(cv: Cv): Dated[] {
  return LIST_IDS.flatMap((list) =>
    cv[list].flatMap((entry: Cv[ListId][number]): Dated[] => {
      if (LISTS[list].date === undefined) return [];
      if ("period" in entry) return [{ list, first: entry.period.start, last: entry.period.end }];
      if ("date" in entry) return [{ list, first: entry.date }];
      return "year" in entry ? [{ list, first: entry.year }] : [];
    }),
  );
}

/** Lists whose entries are dated once they are over. */
const OF_THE_PAST: readonly ListId[] = ["awards", "media", "certificates"];

/** What had happened when it was written down: what appeared, was given, or goes on. */
const listDone = (cv: Cv, dated: readonly Dated[]): PartialDate[] => [
  ...cv.publications.flatMap(({ appearances }) =>
    appearances.flatMap(({ status, date }) => (status === "published" ? (date ?? []) : [])),
  ),
  ...dated
    .filter(({ list, last }) => last === "present" || OF_THE_PAST.includes(list))
    .map(({ first }) => first),
];

/** What can be written down ahead of its day: talks, ends of posts and grants, works to appear. */
const listPlannable = (cv: Cv, dated: readonly Dated[]): PartialDate[] => [
  ...cv.publications.flatMap(({ appearances }) => appearances.flatMap(({ date }) => date ?? [])),
  ...dated.flatMap(({ first, last }) =>
    last === undefined || last === "present" ? [first] : [first, last],
  ),
];

/** Plans reach about a year ahead: what begins later was written down after the figures were. */
function isOutdated(read: PartialDate, dated: readonly Dated[]): boolean {
  const day = latestDay(read);
  const yearLater = `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
  return dated.some(({ first }) => earliestDay(first) > yearLater);
}

/** The newest thing that has happened by `today`, later than the figures were read. */
function lastHappened(cv: Cv, today: string | undefined): PartialDate | undefined {
  const isPast = (date: PartialDate) => today === undefined || earliestDay(date) <= today;
  const read = lastRead(cv);
  const dated = listDated(cv);
  const past = dated.filter(({ first }) => today !== undefined && isPast(first));
  const countsPlans = today !== undefined && (read === undefined || isOutdated(read, past));
  const newest = newestDate(
    [...listDone(cv, dated), ...(countsPlans ? listPlannable(cv, dated) : [])].filter(isPast),
  );
  return newest === undefined || (read !== undefined && earliestDay(newest) <= latestDay(read))
    ? undefined
    : newest;
}

/**
 * The date the record was last known to be true: the newest of what it dates. Undefined where it
 * dates nothing.
 *
 * Figures that were read say it for everything that can be planned within the year after them, such
 * as a talk or the end of a grant.
 * @param today `YYYY-MM-DD`; nothing later counts. Left out, nothing does that can be planned.
 */
export function lastUpdated(cv: Cv, today?: string): PartialDate | undefined {
  return lastHappened(cv, today) ?? lastRead(cv);
}

/**
 * The same as a day, `YYYY-MM-DD`. Figures read in 2024 were true until its end; a work of 2024
 * says nothing of the days after the first, and the day must not lie in the future of the record.
 */
export function lastUpdatedDay(cv: Cv, today?: string): string | undefined {
  const happened = lastHappened(cv, today);
  if (happened !== undefined) return earliestDay(happened);
  const read = lastRead(cv);
  return read === undefined ? undefined : lastDayOfCalendar(read);
}
