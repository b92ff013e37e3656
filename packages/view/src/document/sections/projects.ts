import { formatPeriod } from "../../text/date.ts";
import {
  type DraftEntry,
  highlightLines,
  itemLine,
  peopleSpans,
  textLine,
  titleLine,
  withoutEmpty,
} from "./draft-entry.ts";
import { ofPeriod } from "../selection/day-range.ts";
import { ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

export function exhibitionEntries({ cv, directory, words }: Source): DraftEntry[] {
  return cv.exhibitions.map(({ title, form, role, institution, place, period, partners, url }) => ({
    key: `exhibition-${title}-${period.start}`,
    rail: formatPeriod(period, words),
    days: ofPeriod(period),
    lines: [
      itemLine(
        { text: title, url },
        [
          institution,
          place,
          form === undefined ? undefined : words.record.exhibitionForms[form],
          role === "curator" ? words.document.curator : undefined,
        ],
        peopleSpans(partners, directory, words.document.withPeople),
      ),
    ],
  }));
}

export function projectEntries({ cv, words }: Source): DraftEntry[] {
  return cv.projects.map(({ title, role, organisation, period, description, highlights, url }) => ({
    key: `project-${title}`,
    rail: formatPeriod(period, words),
    days: ofPeriod(period),
    lines: withoutEmpty([
      titleLine(title, url),
      textLine("detail", [role, organisation]),
      textLine("detail", [description]),
      ...highlightLines(highlights),
    ]),
  }));
}

function consultingEntries({ cv, words }: Source): DraftEntry[] {
  return cv.consulting.map(({ client, title, place, period, description, url }) => ({
    key: `consulting-${client}-${period.start}`,
    rail: formatPeriod(period, words),
    days: ofPeriod(period),
    lines: withoutEmpty([
      itemLine({ text: client, url }, [title, place]),
      textLine("detail", [description]),
    ]),
  }));
}

/** The sections whose entries are written here. */
export const PROJECTS = {
  exhibitions: ungrouped(exhibitionEntries),
  projects: ungrouped(projectEntries),
  consulting: ungrouped(consultingEntries),
};
