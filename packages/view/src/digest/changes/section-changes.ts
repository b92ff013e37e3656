import type { Cv, PartialDate, SectionId } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { composeDocument, type EntryFilter } from "../../document/document.ts";
import type { Entry, Section } from "../../document/sections/entry.ts";
import { fullVariant } from "../../document/selection/variant.ts";
import { earliestDay, latestDay } from "../../text/date.ts";
import { plainText } from "../../text/span.ts";

/** What changed in a section other than the publications. */
export interface SectionChanges {
  id: SectionId;
  title: string;
  added: Entry[];
  removed: Entry[];
  changed: { before: Entry; after: Entry }[];
  /** What went on before and came to its end. */
  ended: Entry[];
}

const entryText = ({ rail, lines }: Entry) =>
  [rail, ...lines.map(({ spans }) => plainText(spans))].join("\n");

const entriesOf = (section: Section | undefined) =>
  (section?.groups ?? []).flatMap(({ entries }) => entries);

/** The same text twice counts twice. */
function subtract(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(entryText(other), (left.get(entryText(other)) ?? 0) + 1);
  return entries.filter((entry) => {
    const count = left.get(entryText(entry)) ?? 0;
    left.set(entryText(entry), count - 1);
    return count <= 0;
  });
}

/** The same section of two records; one that a record lacks is undefined. */
function compareSection(
  { id, title }: Section,
  before: Section | undefined,
  after: Section | undefined,
): SectionChanges | undefined {
  const [fresh, gone] = [
    subtract(entriesOf(after), entriesOf(before)),
    subtract(entriesOf(before), entriesOf(after)),
  ];
  if (fresh.length + gone.length === 0) return undefined;
  const changed = fresh.flatMap((entry) => {
    const old = gone.find((candidate) => candidate.id === entry.id);
    return old === undefined ? [] : [{ before: old, after: entry }];
  });
  return {
    id,
    title,
    added: fresh.filter((entry) => !changed.some((pair) => pair.after === entry)),
    removed: gone.filter((entry) => !changed.some((pair) => pair.before === entry)),
    changed,
    ended: [],
  };
}

/** All sections but the publications, by their ids. */
function sectionsOf(cv: Cv, words: Words, isShown?: EntryFilter): Map<SectionId, Section> {
  const { sections } = composeDocument(cv, words, fullVariant(words), isShown);
  return new Map(
    sections.filter(({ id }) => id !== "publications").map((section) => [section.id, section]),
  );
}

/** What changed from one state of a record to another, in the order of the CV. */
export function compareSections(before: Cv, after: Cv, words: Words): SectionChanges[] {
  const [old, current] = [sectionsOf(before, words), sectionsOf(after, words)];
  return [...new Map([...current, ...old])].flatMap(([id]) => {
    const named = current.get(id) ?? old.get(id);
    return named === undefined ? [] : (compareSection(named, old.get(id), current.get(id)) ?? []);
  });
}

/** A stretch of time, both ends included. */
export interface Interval {
  since: PartialDate;
  until: PartialDate;
}

/** What began in a stretch of time, and what came to its end. */
export function sectionsOfPeriod(
  cv: Cv,
  { since, until }: Interval,
  words: Words,
): SectionChanges[] {
  const [first, last] = [earliestDay(since), latestDay(until)];
  const begun = sectionsOf(
    cv,
    words,
    (days) => days !== undefined && days.first >= first && days.first <= last,
  );
  const ended = sectionsOf(
    cv,
    words,
    (days) => days?.ends === true && days.first < first && days.last >= first && days.last <= last,
  );
  return [...sectionsOf(cv, words)].flatMap(([id, { title }]): SectionChanges[] => {
    const [added, over] = [entriesOf(begun.get(id)), entriesOf(ended.get(id))];
    return added.length + over.length === 0
      ? []
      : [{ id, title, added, removed: [], changed: [], ended: over }];
  });
}
