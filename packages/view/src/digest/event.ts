import type { Cv, PartialDate } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { awardEntries } from "../document/sections/funding.ts";
import { readSource } from "../document/sections/source.ts";
import { talkEntries } from "../document/sections/talks.ts";
import { earliestDay, yearOf } from "../text/date.ts";
import { joinText } from "../text/joined.ts";
import type { Span } from "../text/span.ts";

/** A talk or an award, by what an announcement knows it by. */
export interface KnownEvent {
  kind: "talk" | "award";
  /** First day it can have been. */
  day: string;
  /** It was announced if any of them was. */
  keys: string[];
}

/** A talk or an award, as a digest reports it after the papers. */
export interface EditionEvent extends Omit<KnownEvent, "kind"> {
  /** `Talk` or `Award`. */
  label: string;
  /** `12 Jun 2026`. */
  date: string;
  spans: Span[];
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();

/**
 * Talks and awards have no ids, so that they are known by their name and year, and by their day
 * where it is known: a corrected title or a corrected day alone makes no news of them.
 */
const knownEvent = (kind: KnownEvent["kind"], name: string, date: PartialDate): KnownEvent => ({
  kind,
  day: earliestDay(date),
  keys: [
    `${kind}:${yearOf(date)}:${fold(name)}`,
    ...(date.length === 10 ? [`${kind}:on:${date}`] : []),
  ],
});

/** The awards, then the talks, in the order of the record. */
export function listKnownEvents({ awards, talks }: Cv): KnownEvent[] {
  return [
    ...awards.map(({ title, date }) => knownEvent("award", title, date)),
    ...talks.map(({ title, series, host, date }) =>
      knownEvent("talk", joinText([title, series, host], " / ").join(""), date),
    ),
  ];
}

/** Every talk and award of the record, the newest first. */
export function listEvents(cv: Cv, words: Words): EditionEvent[] {
  const source = readSource(cv, words);
  const entries = [...awardEntries(source), ...talkEntries(source)];
  return listKnownEvents(cv)
    .map(({ kind, day, keys }, index) => ({
      label: words.digest[kind],
      date: entries[index]?.rail ?? "",
      day,
      spans: entries[index]?.lines[0]?.spans ?? [],
      keys,
    }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** The keys of all talks and awards. */
export function listEventKeys(cv: Cv): string[] {
  return listKnownEvents(cv).flatMap(({ keys }) => keys);
}
