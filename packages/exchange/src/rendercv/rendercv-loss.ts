import type { Cv, ListId } from "@triptych/schema";
import { countEntries, countLosses, listsNotWritten, type Loss } from "../citation/loss.ts";
import { listPublicationLosses } from "../citation/publication-loss.ts";
import { listHeadLosses } from "./rendercv-profile.ts";

/** Lists that have a section in `describeSections`. */
const WRITTEN = [
  "education",
  "positions",
  "awards",
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
  "certificates",
  "memberships",
  "skills",
  "languages",
  "references",
] as const satisfies readonly ListId[];

/** Everything with an address but publications, which keep theirs. */
const listAddresses = (cv: Cv): (string | undefined)[] =>
  [
    ...cv.awards,
    ...cv.grants,
    ...cv.talks,
    ...cv.courses,
    ...cv.tutorials,
    ...cv.organisation,
    ...cv.media,
    ...cv.exhibitions,
    ...cv.projects,
    ...cv.consulting,
    ...cv.certificates,
    ...cv.memberships,
  ].map(({ url }) => url);

const listEnds = (cv: Cv): (string | undefined)[] =>
  [
    ...cv.education,
    ...cv.positions,
    ...cv.grants,
    ...cv.projects,
    ...cv.consulting,
    ...cv.exhibitions,
    ...cv.memberships,
    ...cv.mentees,
  ].map(({ period }) => period.end);

function listFieldLosses({ grants, awards, certificates, references }: Cv): Loss[] {
  return [
    ...countLosses(grants, [
      ["grants.equivalent", ({ equivalent }) => equivalent !== undefined, "one amount only"],
    ]),
    ...countLosses(awards, [
      ["awards.selectivity", ({ selectivity }) => selectivity !== undefined, "no field for it"],
    ]),
    ...countLosses(certificates, [
      [
        "certificates.expires",
        ({ expires }) => expires !== undefined,
        "no field for the day it expires",
      ],
    ]),
    ...countLosses(references, [
      [
        "references.statement",
        ({ statement, url }) => (statement ?? url) !== undefined,
        "no field for statements and addresses",
      ],
    ]),
  ];
}

/** What RenderCV has no place for. */
export function listRenderCvLosses(cv: Cv): Loss[] {
  return [
    ...listHeadLosses(cv),
    ...listsNotWritten(WRITTEN).flatMap((list) =>
      countEntries(list, cv[list], "no section for them"),
    ),
    ...countEntries("people", cv.people, "only the names printed with an entry are kept"),
    ...countEntries("venues", cv.venues, "only names are kept, without ranks and addresses"),
    ...countLosses(listEnds(cv), [
      ["period.end", (end) => end === undefined, "an end that is not known reads as a day"],
    ]),
    ...countEntries("figures", cv.figures, "no section for reported figures"),
    ...countEntries("variants", cv.variants, "no selections"),
    ...countLosses(listAddresses(cv), [
      ["url", (url) => url !== undefined, "only publications have addresses"],
    ]),
    ...listFieldLosses(cv),
    ...listPublicationLosses(cv),
  ];
}
