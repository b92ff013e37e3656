import type { Cv, Variant } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { composeDocument, type CvDocument } from "./document.ts";

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
export function describeOmissions(cv: Cv, variant: Variant, words: Words): string {
  const { omitted, omittedWhole } = words.document;
  const shown = countEntries(composeDocument(cv, words, variant));
  const counts = [...countEntries(composeDocument(cv, words))].map(([title, all]) => ({
    title,
    all,
    left: all - (shown.get(title) ?? 0),
  }));
  const parts = counts.filter(({ left, all }) => left > 0 && left < all).map(omitted);
  const whole = counts
    .filter(({ left, all }) => left === all)
    .map(({ title, all }) => `${title} (${all})`);
  return [
    ...parts,
    ...(whole.length === 0 ? [] : [omittedWhole({ titles: whole.join(", ") })]),
  ].join("; ");
}
