import type { Notebook, Part } from "../found/finding.ts";
import {
  readCourse,
  readMedia,
  readMentee,
  readOrganisation,
  readTalk,
  readTutorial,
} from "./read-activity.ts";
import { readAward, readGrant } from "./read-career.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";
import {
  readCertificate,
  readConsulting,
  readExhibition,
  readMembership,
  readProject,
} from "./read-practice.ts";

type Reader = (entry: RenderCvEntry, notebook: Notebook) => Part | undefined;

/** What entries with a name mean by the title of their section; the first that fits counts. */
const SECTIONS: readonly [RegExp, Reader][] = [
  [/certificat|licen[cs]e/i, readCertificate],
  [/grant|funding/i, readGrant],
  [/award|honou?r|prize|scholarship|fellowship/i, readAward],
  [/tutorial/i, readTutorial],
  [/talk|presentation|lecture|seminar/i, readTalk],
  [/teaching|course/i, readCourse],
  [/mentor|supervis|student/i, readMentee],
  [/exhibition/i, readExhibition],
  [/consult/i, readConsulting],
  [/project|open.?source|software/i, readProject],
  [/member|affiliation/i, readMembership],
  [/media|press|coverage/i, readMedia],
  [/organi[sz]/i, readOrganisation],
];

/** Whether entries of a section are known by its title. */
export const isNamedSection = (section: string): boolean =>
  SECTIONS.some(([pattern]) => pattern.test(section));

export function readNamed(
  section: string,
  entry: RenderCvEntry,
  notebook: Notebook,
): Part | undefined {
  const reader = SECTIONS.find(([pattern]) => pattern.test(section))?.[1];
  return reader === undefined
    ? notebook.leaveOut(`the record has no list for “${section}”`)
    : reader(entry, notebook);
}
