import type { Cv } from "@triptych/schema";
import { lastUpdatedDay } from "@triptych/view";

/**
 * The date written into the document: `epoch` seconds where given, else the day the record was last
 * known to be true; undefined where the record dates nothing. Never today.
 * @param today `YYYY-MM-DD`; what the record dates later has not happened yet
 */
export function documentDate(cv: Cv, epoch: number | undefined, today?: string): Date | undefined {
  if (epoch !== undefined) return new Date(epoch * 1000);
  const day = lastUpdatedDay(cv, today);
  return day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
}
