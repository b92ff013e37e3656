import type { SectionId } from "@triptych/schema";
import type { DraftEntry } from "./draft-entry.ts";
import { educationEntries, positionEntries } from "./career.ts";
import { certificateEntries, membershipEntries } from "./credentials.ts";
import { awardEntries, grantEntries } from "./funding.ts";
import { interestEntries, languageEntries, referenceEntries, skillEntries } from "./profile.ts";
import { consultingEntries, exhibitionEntries, projectEntries } from "./projects.ts";
import { ORGANISATION_KINDS, organisationEntries, serviceEntries } from "./service.ts";
import { mediaEntries, talkEntries } from "./talks.ts";
import { courseEntries, MENTEE_LEVELS, menteeEntries, tutorialEntries } from "./teaching.ts";
import type { Source } from "./source.ts";

/** A group of a section before its entries have ids; the only group of one has no title. */
export interface DraftGroup {
  title: string;
  entries: DraftEntry[];
}

type ListEntries = (source: Source) => DraftEntry[];

const single =
  (listEntries: ListEntries) =>
  (source: Source): DraftGroup[] => [{ title: "", entries: listEntries(source) }];

function teachingGroups(source: Source): DraftGroup[] {
  const { document, record } = source.words;
  return [
    { title: document.courses, entries: courseEntries(source) },
    { title: document.tutorials, entries: tutorialEntries(source) },
    ...MENTEE_LEVELS.map((level) => ({
      title: record.menteeLevels[level],
      entries: menteeEntries(source, level),
    })),
  ];
}

function organisationGroups(source: Source): DraftGroup[] {
  return ORGANISATION_KINDS.map((kind) => ({
    title: source.words.record.organisationKinds[kind],
    entries: organisationEntries(source, kind),
  }));
}

/** What each section shows of a record; publications are works, and come from their views. */
export const DRAFT_SECTIONS: Readonly<
  Record<Exclude<SectionId, "publications">, (source: Source) => DraftGroup[]>
> = {
  education: single(educationEntries),
  positions: single(positionEntries),
  interests: single(interestEntries),
  awards: single(awardEntries),
  grants: single(grantEntries),
  talks: single(talkEntries),
  teaching: teachingGroups,
  service: single(serviceEntries),
  organisation: organisationGroups,
  media: single(mediaEntries),
  projects: single(projectEntries),
  consulting: single(consultingEntries),
  certificates: single(certificateEntries),
  exhibitions: single(exhibitionEntries),
  memberships: single(membershipEntries),
  skills: single(skillEntries),
  languages: single(languageEntries),
  references: single(referenceEntries),
};
