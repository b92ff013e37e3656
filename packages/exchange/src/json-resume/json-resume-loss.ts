import type { Cv, ListId } from "@triptych/schema";
import { countEntries, countLosses, listsNotWritten, type Loss } from "../citation/loss.ts";
import { listPeriods, listPlainLosses } from "../citation/record-loss.ts";
import { listPublicationLosses } from "../citation/publication-loss.ts";
import { resumeDate } from "./write-career.ts";

/** Lists that have a section in the format. */
const WRITTEN = [
  "education",
  "positions",
  "awards",
  "grants",
  "service",
  "organisation",
  "exhibitions",
  "projects",
  "consulting",
  "certificates",
  "memberships",
  "skills",
  "languages",
  "references",
] as const satisfies readonly ListId[];

const HOMELESS = [...listsNotWritten(WRITTEN), "figures", "variants"] as const;

function listCareerLosses(cv: Cv): Loss[] {
  return [
    ...countLosses(cv.education, [
      [
        "education.institution",
        ({ institution }) => (institution.unit ?? institution.place) !== undefined,
        "no field for unit and place",
      ],
      [
        "education.supervisors",
        ({ supervisors }) => supervisors.length > 0,
        "no field for supervisors",
      ],
    ]),
    ...countLosses(listPeriods(cv, WRITTEN), [
      [
        "period.end",
        ({ end }) => end === undefined,
        "an end that is not known reads as one still to come",
      ],
    ]),
    ...countLosses(cv.awards, [
      ["awards.url", ({ url }) => url !== undefined, "no field for an address"],
    ]),
    ...countLosses(cv.organisation, [
      [
        "organisation",
        ({ place, role }) => (place ?? role) !== undefined,
        "no field for the place, nor for the kind beside a role",
      ],
    ]),
  ];
}

function listPracticeLosses({ references, settings }: Cv): Loss[] {
  return [
    ...countLosses(references, [
      [
        "references.email",
        ({ email, url }) => (email ?? url) !== undefined,
        "no field for addresses",
      ],
    ]),
    ...(settings.referencesOnRequest
      ? [{ field: "settings.referencesOnRequest", reason: "no field for it" }]
      : []),
  ];
}

function listDates(cv: Cv): (string | undefined)[] {
  const periods = listPeriods(cv, WRITTEN).flatMap(({ start, end }) => [start, end]);
  return [
    ...periods.filter((date) => date !== "present"),
    ...[...cv.awards, ...cv.organisation, ...cv.certificates].map(({ date }) => date),
    ...cv.service.map(({ year }) => year),
    ...cv.publications.map(({ appearances }) => appearances[0]?.date),
  ];
}

/** What JSON Resume has no place for. */
export function listResumeLosses(cv: Cv): Loss[] {
  return [
    ...(cv.profile.emails.length > 1
      ? [{ field: "profile.emails", reason: "one e-mail address only, the first" }]
      : []),
    ...(cv.profile.aliases.length > 0
      ? [{ field: "profile.aliases", reason: "no field for other forms of the name" }]
      : []),
    ...HOMELESS.flatMap((field) => countEntries(field, cv[field], "no section for them")),
    ...listPlainLosses(cv),
    ...listCareerLosses(cv),
    ...listPublicationLosses(cv),
    ...listPracticeLosses(cv),
    ...countLosses(listDates(cv), [
      [
        "dates",
        (date) => date !== undefined && resumeDate(date) === undefined,
        "a year before 1000 or after 2999 has no form",
      ],
    ]),
  ];
}
