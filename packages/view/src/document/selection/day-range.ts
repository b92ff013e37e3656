import type { PartialDate, Period, Variant } from "@triptych/schema";
import { earliestDay, latestDay } from "../../text/date.ts";

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
