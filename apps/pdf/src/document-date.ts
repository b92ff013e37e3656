import type { Cv } from "@triptych/schema";
import { lastUpdated } from "@triptych/view";

/** The date of a record that dates nothing: any fixed day keeps the bytes the same. */
const UNDATED = "2000-01-01";

/** The date written into the document: `epoch` seconds where given, else the day the record was last known to be true. Never today. */
export function documentDate(cv: Cv, epoch: number | undefined): Date {
  if (epoch !== undefined) return new Date(epoch * 1000);
  const [year = 0, month = 12, day] = (lastUpdated(cv) ?? UNDATED).split("-").map(Number);
  // Day 0 is the last one of the month before: a date without a day means the last it can.
  return new Date(day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day));
}
