import type { Appearance, Cv, Work } from "@triptych/schema";

/**
 * What a work is cited by: its first appearance and the name of where it appeared. What is under
 * review has appeared nowhere.
 */
export interface CitedForm {
  appearance: Appearance;
  venue?: string;
}

export function findCitedForm(cv: Cv, work: Work): CitedForm | undefined {
  const [appearance] = work.appearances;
  if (appearance === undefined) return undefined;
  const venue =
    appearance.book ??
    cv.venues.find(({ id }) => id === appearance.venue)?.name ??
    appearance.workshop ??
    (appearance.kind === "report" ? appearance.publisher : undefined);
  return appearance.status === "under-review" || venue === undefined
    ? { appearance }
    : { appearance, venue };
}
