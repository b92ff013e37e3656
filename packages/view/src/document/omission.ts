import type { Cv, Variant } from "@triptych/schema";
import { composeDocument, FULL_VARIANT, type CvDocument } from "./document.ts";

function countEntries({ sections }: CvDocument): Map<string, number> {
  return new Map(
    sections.map(({ title, groups }) => [
      title,
      groups.reduce((sum, { entries }) => sum + entries.length, 0),
    ]),
  );
}

/**
 * What a variant leaves out of the record by its own rules, for its owner: `46 of 61 in
 * Publications; all of Grants (3), Service (7)`. Empty where it leaves out nothing.
 */
export function describeOmissions(cv: Cv, variant: Variant): string {
  const shown = countEntries(composeDocument(cv, variant));
  const counts = [...countEntries(composeDocument(cv, FULL_VARIANT))].map(([title, all]) => ({
    title,
    all,
    left: all - (shown.get(title) ?? 0),
  }));
  const parts = counts
    .filter(({ left, all }) => left > 0 && left < all)
    .map(({ title, all, left }) => `${left} of ${all} in ${title}`);
  const whole = counts
    .filter(({ left, all }) => left === all)
    .map(({ title, all }) => `${title} (${all})`);
  return [...parts, ...(whole.length === 0 ? [] : [`all of ${whole.join(", ")}`])].join("; ");
}
