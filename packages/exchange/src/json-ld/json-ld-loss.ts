import { type Appearance, type Cv, type ListId, type Work, WORK_KINDS } from "@triptych/schema";
import { hasEdition } from "../citation/citation-kind.ts";
import {
  countEntries,
  countLosses,
  listsNotWritten,
  type Loss,
  type LossRule,
} from "../citation/loss.ts";

/** Lists that schema.org has words for which somebody reads. */
const WRITTEN = [
  "education",
  "awards",
  "certificates",
  "memberships",
  "skills",
  "languages",
] as const satisfies readonly ListId[];

const HOMELESS = [...listsNotWritten(WRITTEN), "figures", "variants"] as const;

const isGiven = (...values: readonly unknown[]) => values.some((value) => value !== undefined);

function listCareerLosses(cv: Cv): Loss[] {
  return [
    ...countEntries(
      "profile.aliases",
      cv.profile.aliases,
      "they serve to recognise names and are never published",
    ),
    ...countEntries("education.period", cv.education, "no property for when a degree was read for"),
    ...countLosses(cv.education, [
      [
        "education",
        ({ distinction, supervisors }) => isGiven(distinction, supervisors[0]),
        "no property for distinctions and supervisors",
      ],
    ]),
    ...countLosses(cv.awards, [
      [
        "awards",
        ({ date, place, selectivity, url }) => date.length > 4 || isGiven(place, selectivity, url),
        "only the title, who gave it and the year are written",
      ],
    ]),
    ...countEntries("memberships", cv.memberships, "only the name of the body is written"),
    ...countEntries("skills", cv.skills, "no property for their areas and levels"),
    ...countLosses(cv.languages, [
      [
        "languages",
        ({ level, note }) => isGiven(level, note),
        "only the name of the language is written",
      ],
    ]),
    ...countEntries("people", cv.people, "only the names that works print are written"),
    ...countLosses(cv.venues, [
      [
        "venues",
        ({ acronym, url, core }) => isGiven(acronym, url, core),
        "only their names are written",
      ],
    ]),
  ];
}

const WORKS: readonly LossRule<Work>[] = [
  [
    "publications.appearances",
    ({ appearances }) => appearances.length > 1,
    "only the appearance a work is cited by is described",
  ],
  [
    "publications.authors",
    ({ authors }) =>
      authors.some((author) => typeof author !== "string" && author.title !== undefined),
    "titles before names are not written",
  ],
  [
    "publications.equalContribution",
    ({ equalContribution }) => equalContribution.length > 0,
    "no property for equal contribution",
  ],
  [
    "publications.citations",
    ({ citations }) => citations !== undefined,
    "no property for counts of citations",
  ],
];

/** Of the appearance a work is cited by. */
const APPEARANCES: readonly LossRule<Appearance>[] = [
  [
    "publications.venue",
    ({ status, venue, workshop }) => status === "under-review" && isGiven(venue, workshop),
    "where a work is under review is not written",
  ],
  [
    "publications.venue",
    ({ kind, book, venue }) => kind === "chapter" && book !== undefined && venue !== undefined,
    "the book of a chapter stands in its place",
  ],
  [
    "publications.track",
    ({ kind, status, track, venue }) =>
      track !== undefined &&
      (venue === undefined ||
        status === "under-review" ||
        WORK_KINDS[kind].container !== "proceedings"),
    "no property for a track",
  ],
  [
    "publications.edition",
    ({ kind, edition }) => edition !== undefined && !hasEdition(kind),
    "only books have a property for it",
  ],
  ["publications.place", ({ place }) => place !== undefined, "no property for it"],
  [
    "publications.number",
    ({ kind, number }) => number !== undefined && WORK_KINDS[kind].number === undefined,
    "only reports, patents, data and software have a property for it",
  ],
];

/** What the graph of a record leaves out, with how many entries hold it. */
export function listGraphLosses(cv: Cv): Loss[] {
  return [
    ...HOMELESS.flatMap((field) => countEntries(field, cv[field], "no words for them")),
    ...listCareerLosses(cv),
    ...countLosses(cv.publications, WORKS),
    ...countLosses(
      cv.publications.flatMap(({ appearances }) => appearances.slice(0, 1)),
      APPEARANCES,
    ),
  ];
}
