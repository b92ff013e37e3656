import type { Award, Cv, PartialDate, Talk } from "@triptych/schema";
import { createDirectory } from "../text/directory.ts";
import type { DraftEntry } from "../document/draft-entry.ts";
import { earliestDay, yearOf } from "../text/date.ts";
import { talkEntries } from "../document/sections/activity.ts";
import { awardEntries } from "../document/sections/career.ts";
import type { Span } from "../text/span.ts";

/** A talk or an award, as a digest tells it after the papers. */
export interface EditionEvent {
  /** `Talk` or `Award`. */
  label: string;
  /** `12 Jun 2026`. */
  date: string;
  /** First day it can have been. */
  day: string;
  spans: Span[];
  /** It was told if any of them was. */
  keys: string[];
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();

/**
 * Talks and awards have no ids, so that they are known by their name and year, and by their day
 * where it is known: a corrected title or a corrected day alone makes no news of them.
 */
function keysOf(kind: "talk" | "award", name: string, date: PartialDate): string[] {
  return [
    `${kind}:${yearOf(date)}:${fold(name)}`,
    ...(date.length === 10 ? [`${kind}:on:${date}`] : []),
  ];
}

function toEvent(
  kind: "talk" | "award",
  name: string,
  date: PartialDate,
  entry: DraftEntry | undefined,
): EditionEvent {
  return {
    label: kind === "talk" ? "Talk" : "Award",
    date: entry?.rail ?? "",
    day: earliestDay(date),
    spans: entry?.lines[0]?.spans ?? [],
    keys: keysOf(kind, name, date),
  };
}

/** Every talk and award of the record, the newest first. */
export function listEvents(cv: Cv): EditionEvent[] {
  const [talks, awards] = [talkEntries(cv, createDirectory(cv)), awardEntries(cv)];
  return [
    ...cv.awards.map((award: Award, index) =>
      toEvent("award", award.title, award.date, awards[index]),
    ),
    ...cv.talks.map((talk: Talk, index) => {
      const name = [talk.title, talk.series, talk.host]
        .filter((part) => part !== undefined)
        .join(" / ");
      return toEvent("talk", name, talk.date, talks[index]);
    }),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** The keys of all talks and awards. */
export function listEventKeys(cv: Cv): string[] {
  return listEvents(cv).flatMap(({ keys }) => keys);
}
