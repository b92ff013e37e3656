import type { Cv } from "@triptych/schema";
import { type Citation, listCitations } from "../citation/citation.ts";
import { containerOrPublisher } from "../citation/cited-work.ts";
import { type Entry, escape, text } from "./rendercv-text.ts";
import {
  describeAward,
  describeCertificate,
  describeEducation,
  describeGrant,
  describePosition,
} from "./write-career.ts";
import {
  describeConsulting,
  describeCourse,
  describeExhibition,
  describeLanguage,
  describeMedia,
  describeMembership,
  describeMentee,
  describeOrganisation,
  describeProject,
  describeReference,
  describeService,
  describeSkills,
  describeTalk,
  describeTutorial,
} from "./write-entry.ts";

function describePublication(citation: Citation): Entry {
  const { work, appearance, url, note } = citation;
  return {
    title: escape(work.title),
    authors: work.authors.map((author) =>
      escape(typeof author === "string" ? author : author.name),
    ),
    doi: appearance.doi,
    url: appearance.doi === undefined ? url : undefined,
    journal: text(containerOrPublisher(citation)),
    date: appearance.date,
    summary: text(note),
  };
}

/**
 * The sections, each of entries of one type, under the titles that readers of RenderCV files know.
 */
export function describeSections(cv: Cv): Record<string, Entry[]> {
  const { profile, settings } = cv;
  const sections: Record<string, Entry[]> = {
    Summary: profile.summary === undefined ? [] : [escape(profile.summary)],
    Education: cv.education.map(describeEducation),
    Experience: cv.positions.map(describePosition),
    Projects: cv.projects.map(describeProject),
    Consulting: cv.consulting.map(describeConsulting),
    Publications: listCitations(cv).map(describePublication),
    Exhibitions: cv.exhibitions.map(describeExhibition),
    Awards: cv.awards.map(describeAward),
    Grants: cv.grants.map(describeGrant),
    Certificates: cv.certificates.map(describeCertificate),
    "Invited talks": cv.talks.map(describeTalk),
    Teaching: cv.courses.map(describeCourse),
    Tutorials: cv.tutorials.map(describeTutorial),
    Mentoring: cv.mentees.map(describeMentee),
    Service: cv.service.map(describeService),
    Organisation: cv.organisation.map(describeOrganisation),
    Memberships: cv.memberships.map(describeMembership),
    "Media coverage": cv.media.map(describeMedia),
    Skills: cv.skills.map(describeSkills),
    Languages: cv.languages.map(describeLanguage),
    Interests: profile.interests.map((interest) => ({ bullet: escape(interest) })),
    References: settings.referencesOnRequest
      ? ["Available on request"]
      : cv.references.map(describeReference),
  };
  return Object.fromEntries(Object.entries(sections).filter(([, entries]) => entries.length > 0));
}
