import type { Appearance, Cv, Work } from "@triptych/schema";
import { countLosses, type Loss, type LossRule } from "./loss.ts";

const WORKS: readonly LossRule<Work>[] = [
  [
    "publications.appearances",
    ({ appearances }) => appearances.length > 1,
    "only the appearance a work is cited by is kept",
  ],
  [
    "publications.honours",
    ({ appearances }) => appearances.some(({ honours }) => honours.length > 0),
    "no field for honours",
  ],
  [
    "publications.equalContribution",
    ({ equalContribution }) => equalContribution.length > 0,
    "no field for equal contribution",
  ],
  ["publications.abstract", ({ abstract }) => abstract !== undefined, "no field for abstracts"],
  ["publications.topics", ({ topics }) => topics.length > 0, "no field for topics"],
  [
    "publications.citations",
    ({ citations }) => citations !== undefined,
    "no field for counts of citations",
  ],
];

/** Of the appearance a work is cited by. */
const APPEARANCES: readonly LossRule<Appearance | undefined>[] = [
  [
    "publications.pages",
    (form) => (form?.pages ?? form?.volume ?? form?.issue) !== undefined,
    "no field for volume, issue and pages",
  ],
  [
    "publications.book",
    (form) =>
      form !== undefined &&
      (form.isbn ?? form.number ?? form.series ?? form.translationOf ?? form.editors[0]) !==
        undefined,
    "no field for editors, originals, series, numbers and ISBN",
  ],
  [
    "publications.links",
    (form) => form !== undefined && form.links.length + (form.doi === undefined ? 0 : 1) > 1,
    "one address only",
  ],
];

/** What formats lose of works that hold a title, names, a venue, a date and one address. */
export const listPublicationLosses = ({ publications }: Cv): Loss[] => [
  ...countLosses(publications, WORKS),
  ...countLosses(
    publications.map(({ appearances }) => appearances[0]),
    APPEARANCES,
  ),
];
