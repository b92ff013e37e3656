import { type Appearance, type Cv, type Work, WORK_KINDS } from "@triptych/schema";
import { hasEdition } from "../citation/citation-kind.ts";
import { countLoss, type Loss } from "../citation/loss.ts";

/** Lists of the record that schema.org has no words for, or none that anybody reads. */
const HOMELESS = [
  "positions",
  "grants",
  "talks",
  "courses",
  "tutorials",
  "mentees",
  "service",
  "organisation",
  "media",
  "exhibitions",
  "projects",
  "consulting",
  "references",
  "figures",
  "variants",
] as const satisfies readonly (keyof Cv)[];

function listCareerLosses({
  education,
  awards,
  memberships,
  skills,
  languages,
  people,
  venues,
}: Cv): Loss[] {
  const isGiven = (...values: readonly unknown[]) => values.some((value) => value !== undefined);
  return [
    ...countLoss(
      "education.period",
      education,
      () => true,
      "no property for when a degree was read for",
    ),
    ...countLoss(
      "education",
      education,
      ({ distinction, supervisors }) => isGiven(distinction, supervisors[0]),
      "no property for distinctions and supervisors",
    ),
    ...countLoss(
      "awards",
      awards,
      ({ date, place, selectivity, url }) => date.length > 4 || isGiven(place, selectivity, url),
      "only the title, who gave it and the year are written",
    ),
    ...countLoss("memberships", memberships, () => true, "only the name of the body is written"),
    ...countLoss("skills", skills, () => true, "no property for their areas and levels"),
    ...countLoss(
      "languages",
      languages,
      ({ level, note }) => isGiven(level, note),
      "only the name of the language is written",
    ),
    ...countLoss("people", people, () => true, "only the names that works print are written"),
    ...countLoss(
      "venues",
      venues,
      ({ acronym, url, core }) => isGiven(acronym, url, core),
      "only their names are written",
    ),
  ];
}

function listWorkLosses(works: readonly Work[]): Loss[] {
  const count = (
    field: string,
    reason: string,
    isHeld: (cited: Appearance, work: Work) => boolean,
  ) =>
    countLoss(
      `publications.${field}`,
      works,
      (work) => work.appearances[0] !== undefined && isHeld(work.appearances[0], work),
      reason,
    );
  return [
    ...count(
      "appearances",
      "only the appearance a work is cited by is described",
      (_, { appearances }) => appearances.length > 1,
    ),
    ...count("authors", "titles before names are not written", (_, { authors }) =>
      authors.some((author) => typeof author !== "string" && author.title !== undefined),
    ),
    ...count(
      "equalContribution",
      "no property for equal contribution",
      (_, { equalContribution }) => equalContribution.length > 0,
    ),
    ...count(
      "citations",
      "no property for counts of citations",
      (_, { citations }) => citations !== undefined,
    ),
    ...count(
      "venue",
      "where a work is under review is not written",
      ({ status, venue, workshop }) =>
        status === "under-review" && (venue ?? workshop) !== undefined,
    ),
    ...count(
      "venue",
      "the book of a chapter stands in its place",
      ({ kind, book, venue }) => kind === "chapter" && book !== undefined && venue !== undefined,
    ),
    ...count(
      "workshop",
      "the conference it was held at stands in its place",
      ({ workshop, venue }) => workshop !== undefined && venue !== undefined,
    ),
    ...count("track", "no property for a track", ({ track }) => track !== undefined),
    ...count(
      "edition",
      "only books have a property for it",
      ({ kind, edition }) => edition !== undefined && !hasEdition(kind),
    ),
    ...count("place", "no property for it", ({ place }) => place !== undefined),
    ...count(
      "number",
      "only reports, patents, data and software have a property for it",
      ({ kind, number }) => number !== undefined && WORK_KINDS[kind].number === undefined,
    ),
  ];
}

/** What the graph of a record leaves out, with how many entries hold it. */
export function listGraphLosses(cv: Cv): Loss[] {
  return [
    ...HOMELESS.flatMap((field) =>
      countLoss(field, [...cv[field]], () => true, "no words for them"),
    ),
    ...listCareerLosses(cv),
    ...listWorkLosses(cv.publications),
  ];
}
