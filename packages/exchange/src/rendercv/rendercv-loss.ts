import type { Cv, ListId } from "@triptych/schema";
import { countEntries, countLosses, listsNotWritten, type Loss } from "../citation/loss.ts";
import { listEntries, listPeriods, listPlainLosses } from "../citation/record-loss.ts";
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

/** Everything with an address but publications, which keep theirs, and references. */
const listAddresses = (cv: Cv): (string | undefined)[] =>
  listEntries(
    cv,
    WRITTEN.filter((list) => list !== "references"),
  ).flatMap((entry) => ("url" in entry ? [entry.url] : []));

function listFieldLosses({ awards, references }: Cv): Loss[] {
  return [
    ...countLosses(awards, [
      ["awards.selectivity", ({ selectivity }) => selectivity !== undefined, "no field for it"],
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
    ...listPlainLosses(cv),
    ...countLosses(listPeriods(cv, WRITTEN), [
      ["period.end", ({ end }) => end === undefined, "an end that is not known reads as a day"],
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
