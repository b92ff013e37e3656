import type { Mentee } from "@triptych/schema";
import { formatDate, formatPeriod } from "../../text/date.ts";
import { joinText } from "../../text/joined.ts";
import { titledNames } from "../../text/names.ts";
import { joinSentenceSpans, plainText, textSpans } from "../../text/span.ts";
import { type DraftEntry, itemLine, textLine, titleLine, withoutEmpty } from "./draft-entry.ts";
import { ofDate, ofPeriod } from "../selection/day-range.ts";
import { type DraftGroup } from "./draft-group.ts";
import type { Source } from "./source.ts";

const MENTEE_LEVELS = [
  "phd",
  "master",
  "undergraduate",
] as const satisfies readonly Mentee["level"][];

function courseEntries({ cv, words }: Source): DraftEntry[] {
  return cv.courses.map(({ code, title, date, url, audience, institution }) => ({
    key: `${code ?? title}-${date}`,
    rail: formatDate(date, words),
    days: ofDate(date),
    lines: [
      itemLine({ text: joinText([code, title], " "), url }, [
        audience === undefined ? undefined : words.document.forAudience({ audience }),
        institution,
      ]),
    ],
  }));
}

function tutorialEntries({ cv, words }: Source): DraftEntry[] {
  return cv.tutorials.map(({ title, event, place, date, url, roles, minutes, description }) => {
    const held = words.document.tutorialRoles({
      roles: roles.map((role) => words.record.tutorialRoles[role]),
    });
    const length = minutes === undefined ? undefined : words.document.minutes({ count: minutes });
    const sentences = joinSentenceSpans([
      textSpans(joinText([event, place])),
      textSpans(joinText([held, length])),
    ]);
    return {
      key: `tutorial-${event}`,
      rail: formatDate(date, words),
      days: ofDate(date),
      lines: withoutEmpty([
        titleLine(words.text.quoted({ text: title }), url),
        textLine("detail", [sentences.map(({ text }) => text)]),
        textLine("detail", [description]),
      ]),
    };
  });
}

function menteeEntries({ cv, directory, words }: Source, level: Mentee["level"]): DraftEntry[] {
  return cv.mentees
    .filter((mentee) => mentee.level === level)
    .map(({ names, programme, institution, period, role, outcome }) => {
      const spans = titledNames(names, directory);
      return {
        key: `mentee-${programme ?? plainText(spans)}`,
        rail: formatPeriod(period, words),
        days: ofPeriod(period),
        lines: withoutEmpty([
          { role: "title", spans },
          textLine("detail", [programme, institution, role]),
          textLine("detail", [outcome]),
        ]),
      };
    });
}

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

/** The sections whose entries are written here. */
export const TEACHING = { teaching: teachingGroups };
