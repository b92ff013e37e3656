import type { PartialDate, Period, SectionId, Variant, Work } from "@triptych/schema";
import type { OwnerPosition } from "../works/author-list.ts";
import { earliestDay, latestDay } from "../text/date.ts";

export interface DayRange {
  first: string;
  last: string;
  /**
   * Set where the last day is the known end of something that went on, and not the width of a date.
   */
  ends?: true;
}

/** The first and last day a date can mean. */
export function ofDate(date: PartialDate): DayRange {
  return { first: earliestDay(date), last: latestDay(date) };
}

/** An open period has no last day; of one whose end is unknown only the start is certain. */
export function ofPeriod(period: Period): DayRange {
  const last = period.end === "present" ? "9999-12-31" : latestDay(period.end ?? period.start);
  const isEnded = period.end !== undefined && period.end !== "present";
  return { first: earliestDay(period.start), last, ...(isEnded ? { ends: true } : {}) };
}

/** Sections whose entries have no date, so that no window of time can leave them out. */
export const TIMELESS: ReadonlySet<SectionId> = new Set<SectionId>([
  "interests",
  "skills",
  "languages",
  "references",
]);

type Window = Pick<Variant, "since" | "until">;

/**
 * Whether something dated so can fall in the variant's window; what has no date only passes where
 * there is no window.
 */
export function isInWindow(days: DayRange | undefined, { since, until }: Window): boolean {
  if (since === undefined && until === undefined) return true;
  if (days === undefined) return false;
  const lateEnough = since === undefined || days.last >= earliestDay(since);
  const earlyEnough = until === undefined || days.first <= latestDay(until);
  return lateEnough && earlyEnough;
}

function workDays(work: Work): DayRange | undefined {
  const dates = work.appearances.flatMap((appearance) =>
    appearance.date === undefined ? [] : [appearance.date],
  );
  if (dates.length === 0) return undefined;
  return {
    first: dates.map(earliestDay).sort()[0] ?? "",
    last: dates.map(latestDay).sort().at(-1) ?? "",
  };
}

function hasPosition(position: OwnerPosition, wanted: readonly ("first" | "last")[]): boolean {
  return position === "only" || wanted.some((known) => known === position);
}

/**
 * Whether a variant shows a work; all of its conditions must hold. `atMost` is applied by the
 * caller, who knows the order.
 */
export function isSelected(work: Work, position: OwnerPosition, variant: Variant): boolean {
  const { ids, kinds, honours, author } = variant.works ?? {};
  const cited = work.appearances[0];
  return (
    isInWindow(workDays(work), variant) &&
    (ids === undefined || ids.includes(work.id)) &&
    (kinds === undefined || (cited !== undefined && kinds.includes(cited.kind))) &&
    (honours === undefined ||
      work.appearances.some((appearance) =>
        appearance.honours.some((honour) => honours.includes(honour)),
      )) &&
    (author === undefined || hasPosition(position, author))
  );
}
