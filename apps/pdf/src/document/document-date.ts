import type { Cv } from "@triptych/schema";
import { lastUpdatedDay } from "@triptych/view";

/** The date of a record that dates nothing: any fixed day keeps the bytes the same. */
const UNDATED = "2000-01-01";

/**
 * The date written into the document: `epoch` seconds where given, else the day the record was last
 * known to be true. Never today.
 */
export function documentDate(cv: Cv, epoch: number | undefined): Date {
  return epoch === undefined
    ? new Date(`${lastUpdatedDay(cv) ?? UNDATED}T00:00:00Z`)
    : new Date(epoch * 1000);
}
