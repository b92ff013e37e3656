import type { Cv } from "@triptych/schema";
import { listCitations } from "../citation/citation.ts";
import { countLoss, type Loss } from "../citation/loss.ts";
import {
  describeAward,
  describeBasics,
  describeEducation,
  describeGrant,
  describeOrganisation,
  describePosition,
  describePublication,
  describeService,
  resumeDate,
} from "./resume-entry.ts";
import {
  describeCertificate,
  describeConsulting,
  describeExhibition,
  describeLanguage,
  describeMembership,
  describeProject,
  describeReference,
  describeSkills,
} from "./resume-practice.ts";

const SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/** A whole record in a foreign format, with all that was left out of it. */
export interface Resume {
  text: string;
  losses: Loss[];
}

/** Parts of the record that have no section in the format. */
const HOMELESS = [
  "talks",
  "courses",
  "tutorials",
  "mentees",
  "media",
  "figures",
  "variants",
] as const satisfies readonly (keyof Cv)[];

function listCareerLosses({
  education,
  positions,
  awards,
  grants,
  organisation,
  projects,
  consulting,
  exhibitions,
  memberships,
}: Cv): Loss[] {
  return [
    ...countLoss(
      "education.institution",
      education,
      ({ institution }) => (institution.unit ?? institution.place) !== undefined,
      "no field for unit and place",
    ),
    ...countLoss(
      "education.supervisors",
      education,
      ({ supervisors }) => supervisors.length > 0,
      "no field for supervisors",
    ),
    ...countLoss(
      "period.end",
      [
        ...education,
        ...positions,
        ...grants,
        ...projects,
        ...consulting,
        ...exhibitions,
        ...memberships,
      ],
      ({ period }) => period.end === undefined,
      "an end that is not known reads as one still to come",
    ),
    ...countLoss("awards.url", awards, ({ url }) => url !== undefined, "no field for an address"),
    ...countLoss(
      "grants.equivalent",
      grants,
      ({ equivalent }) => equivalent !== undefined,
      "one amount only",
    ),
    ...countLoss(
      "organisation",
      organisation,
      ({ place, role }) => (place ?? role) !== undefined,
      "no field for the place, nor for the kind beside a role",
    ),
  ];
}

/** What formats lose of works that hold a title, names, a venue, a date and one address. */
export function listPublicationLosses({ publications }: Cv): Loss[] {
  const held = publications.map(({ appearances }) => appearances[0]);
  return [
    ...countLoss(
      "publications.appearances",
      publications,
      ({ appearances }) => appearances.length > 1,
      "only the appearance a work is cited by is kept",
    ),
    ...countLoss(
      "publications.honours",
      publications,
      ({ appearances }) => appearances.some(({ honours }) => honours.length > 0),
      "no field for honours",
    ),
    ...countLoss(
      "publications.equalContribution",
      publications,
      ({ equalContribution }) => equalContribution.length > 0,
      "no field for equal contribution",
    ),
    ...countLoss(
      "publications.abstract",
      publications,
      ({ abstract }) => abstract !== undefined,
      "no field for abstracts",
    ),
    ...countLoss(
      "publications.topics",
      publications,
      ({ topics }) => topics.length > 0,
      "no field for topics",
    ),
    ...countLoss(
      "publications.citations",
      publications,
      ({ citations }) => citations !== undefined,
      "no field for counts of citations",
    ),
    ...countLoss(
      "publications.pages",
      held,
      (form) => (form?.pages ?? form?.volume ?? form?.issue) !== undefined,
      "no field for volume, issue and pages",
    ),
    ...countLoss(
      "publications.book",
      held,
      (form) =>
        form !== undefined &&
        (form.isbn ?? form.number ?? form.series ?? form.translationOf ?? form.editors[0]) !==
          undefined,
      "no field for editors, originals, series, numbers and ISBN",
    ),
    ...countLoss(
      "publications.links",
      held,
      (form) => form !== undefined && form.links.length + (form.doi === undefined ? 0 : 1) > 1,
      "one address only",
    ),
  ];
}

function listDates(cv: Cv): (string | undefined)[] {
  const periods = [
    ...cv.education,
    ...cv.positions,
    ...cv.grants,
    ...cv.projects,
    ...cv.consulting,
    ...cv.exhibitions,
    ...cv.memberships,
  ].flatMap(({ period }) => [period.start, period.end]);
  return [
    ...periods.filter((date) => date !== "present"),
    ...[...cv.awards, ...cv.organisation, ...cv.certificates].map(({ date }) => date),
    ...cv.service.map(({ year }) => year),
    ...cv.publications.map(({ appearances }) => appearances[0]?.date),
  ];
}

function listLosses(cv: Cv): Loss[] {
  return [
    ...(cv.profile.emails.length > 1
      ? [{ field: "profile.emails", reason: "one e-mail address only, the first" }]
      : []),
    ...(cv.profile.aliases.length > 0
      ? [{ field: "profile.aliases", reason: "no field for other forms of the name" }]
      : []),
    ...HOMELESS.flatMap((field) =>
      cv[field].length === 0
        ? []
        : [{ field, reason: `no section for them (${cv[field].length})` }],
    ),
    ...countLoss("people", cv.people, () => true, "only the names printed with an entry are kept"),
    ...countLoss(
      "venues",
      cv.venues,
      () => true,
      "only names are kept, without ranks and addresses",
    ),
    ...listCareerLosses(cv),
    ...listPublicationLosses(cv),
    ...countLoss(
      "certificates.expires",
      cv.certificates,
      ({ expires }) => expires !== undefined,
      "no field for the day it expires",
    ),
    ...countLoss(
      "references.email",
      cv.references,
      ({ email, url }) => (email ?? url) !== undefined,
      "no field for addresses",
    ),
    ...(cv.settings.referencesOnRequest
      ? [{ field: "settings.referencesOnRequest", reason: "no field for it" }]
      : []),
    ...countLoss(
      "dates",
      listDates(cv),
      (date) => date !== undefined && resumeDate(date) === undefined,
      "a year before 1000 or after 2999 has no form",
    ),
  ];
}

/**
 * The record as JSON Resume 1.0.0. Service, organisation and memberships become voluntary work;
 * grants, consulting and exhibitions projects of that type.
 */
export function toJsonResume(cv: Cv): Resume {
  const resume = {
    $schema: SCHEMA,
    basics: describeBasics(cv),
    work: cv.positions.map(describePosition),
    volunteer: [
      ...cv.service.map(describeService),
      ...cv.organisation.map(describeOrganisation),
      ...cv.memberships.map(describeMembership),
    ],
    education: cv.education.map(describeEducation),
    awards: cv.awards.map(describeAward),
    publications: listCitations(cv).map(describePublication),
    interests: cv.profile.interests.map((name) => ({ name })),
    certificates: cv.certificates.map(describeCertificate),
    skills: cv.skills.map(describeSkills),
    languages: cv.languages.map(describeLanguage),
    references: cv.references.map(describeReference),
    projects: [
      ...cv.projects.map(describeProject),
      ...cv.consulting.map(describeConsulting),
      ...cv.exhibitions.map(describeExhibition),
      ...cv.grants.map(describeGrant),
    ],
    meta: { version: "v1.0.0" },
  };
  return { text: `${JSON.stringify(resume, null, 2)}\n`, losses: listLosses(cv) };
}
