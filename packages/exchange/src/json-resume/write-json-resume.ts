import type { Cv } from "@triptych/schema";
import { listCitations } from "../citation/citation.ts";
import type { Loss } from "../citation/loss.ts";
import { listResumeLosses } from "./json-resume-loss.ts";
import {
  describeAward,
  describeBasics,
  describeEducation,
  describeGrant,
  describeOrganisation,
  describePosition,
  describePublication,
  describeService,
} from "./write-career.ts";
import {
  describeCertificate,
  describeConsulting,
  describeExhibition,
  describeLanguage,
  describeMembership,
  describeProject,
  describeReference,
  describeSkills,
} from "./write-practice.ts";

const SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/** A whole record in a foreign format, with all that was left out of it. */
export interface Resume {
  text: string;
  losses: Loss[];
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
  return { text: `${JSON.stringify(resume, null, 2)}\n`, losses: listResumeLosses(cv) };
}
