import { formatPeriod } from "../../text/date.ts";
import { unitAndInstitution } from "../../text/institution.ts";
import { joinText } from "../../text/joined.ts";
import {
  type DraftEntry,
  highlightLines,
  peopleLine,
  textLine,
  titleLine,
  withoutEmpty,
} from "./draft-entry.ts";
import { ofPeriod } from "../selection/day-range.ts";
import { ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

function educationEntries({ cv, directory, words }: Source): DraftEntry[] {
  return cv.education.map(({ degree, field, institution, period, distinction, supervisors }) => ({
    key: `${degree}-${institution.name}`,
    rail: formatPeriod(period, words),
    days: ofPeriod(period),
    lines: withoutEmpty([
      titleLine(joinText([degree, field]), undefined),
      textLine("detail", [unitAndInstitution(institution, words)]),
      textLine("detail", [distinction]),
      peopleLine(supervisors, directory, words.document.supervisors),
    ]),
  }));
}

function positionEntries({ cv, directory, words }: Source): DraftEntry[] {
  return cv.positions.map(({ title, institution, period, hosts, supervisors, highlights }) => ({
    key: `${title}-${institution.name}`,
    rail: formatPeriod(period, words),
    days: ofPeriod(period),
    lines: withoutEmpty([
      titleLine(title, undefined),
      textLine("detail", [unitAndInstitution(institution, words)]),
      peopleLine(hosts, directory, words.document.hosts),
      peopleLine(supervisors, directory, words.document.supervisors),
      ...highlightLines(highlights),
    ]),
  }));
}

/** The sections whose entries are written here. */
export const CAREER = {
  education: ungrouped(educationEntries),
  positions: ungrouped(positionEntries),
};
