import type { Cv, PartialDate, SectionId } from "@triptych/schema";
import { composeDocument, FULL_VARIANT } from "../document/document.ts";
import type { DraftEntry } from "../document/draft-entry.ts";
import { composeEdition, type EditionUpdate, milestonesBetween } from "./edition.ts";
import type { Entry, Section } from "../document/entry.ts";
import { listMilestones } from "./milestone.ts";
import { earliestDay, latestDay } from "../text/date.ts";
import { composePublications, type Publication } from "../works/publication.ts";
import { plainText } from "../text/span.ts";
import { workNoun } from "../works/work-count.ts";

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

/** What changed between two states of a record, or in a stretch of time: the annual report. */
export interface Changes {
  /** New works, newest first. */
  works: Publication[];
  /** Known works that were accepted or honoured. */
  updates: EditionUpdate[];
  /** Works that read otherwise now, without any of that. */
  corrected: { before: Publication; after: Publication }[];
  removed: Publication[];
  /** Only sections in which something changed, in the order of the CV. */
  sections: SectionChanges[];
  /** `3 new papers, 1 update, 2 talks`; `nothing new` where nothing is. */
  summary: string;
}

const entryText = ({ rail, lines }: Entry) =>
  [rail, ...lines.map(({ spans }) => plainText(spans))].join("\n");

const publicationText = ({ title, authors, appearances, abstract, topics }: Publication) =>
  [
    title,
    plainText(authors),
    ...appearances.map(({ full }) => plainText(full)),
    abstract,
    ...topics,
  ].join("\n");

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

function compareSections(
  before: Section | undefined,
  after: Section | undefined,
): SectionChanges | undefined {
  const { id, title } = after ?? before ?? { id: "interests", title: "" };
  const [fresh, gone] = [
    subtract(entriesOf(after), entriesOf(before)),
    subtract(entriesOf(before), entriesOf(after)),
  ];
  const changed = fresh.flatMap((entry) => {
    const old = gone.find((candidate) => candidate.id === entry.id);
    return old === undefined ? [] : [{ before: old, after: entry }];
  });
  const [added, removed] = [
    fresh.filter((entry) => !changed.some((pair) => pair.after === entry)),
    gone.filter((entry) => !changed.some((pair) => pair.before === entry)),
  ];
  return fresh.length + gone.length === 0
    ? undefined
    : { id, title, added, removed, changed, ended: [] };
}

const sectionsOf = (cv: Cv) =>
  composeDocument(cv).sections.filter(({ id }) => id !== "publications");

function compareAllSections(before: Cv, after: Cv): SectionChanges[] {
  const [old, current] = [sectionsOf(before), sectionsOf(after)];
  const ids = [...new Set([...current, ...old].map(({ id }) => id))];
  return ids.flatMap(
    (id) =>
      compareSections(
        old.find((section) => section.id === id),
        current.find((section) => section.id === id),
      ) ?? [],
  );
}

const count = (value: number, one: string, many = `${one}s`) =>
  value === 0 ? [] : [`${value} ${value === 1 ? one : many}`];

function summarise({
  works,
  updates,
  corrected,
  removed,
  sections,
}: Omit<Changes, "summary">): string {
  const noun = workNoun(
    works.map(({ kind }) => kind),
    works.length,
  );
  const parts = [
    ...count(works.length, `new ${noun}`, `new ${noun}`),
    ...count(updates.length, "update"),
    ...count(corrected.length, "correction"),
    ...count(removed.length, "work removed", "works removed"),
    ...sections.map(({ title, added, removed: gone, changed, ended }) => {
      const kinds = [
        ...count(added.length, "new", "new"),
        ...count(ended.length, "ended", "ended"),
        ...count(changed.length, "changed", "changed"),
        ...count(gone.length, "removed", "removed"),
      ];
      return `${title.charAt(0).toLowerCase()}${title.slice(1)}: ${kinds.join(", ")}`;
    }),
  ];
  return parts.length === 0 ? "nothing new" : parts.join("; ");
}

const finish = (changes: Omit<Changes, "summary">): Changes => ({
  ...changes,
  summary: summarise(changes),
});

/**
 * What changed from one state of a record to another. What is new about works is what a digest
 * would tell a reader of the first state.
 */
export function compareRecords(before: Cv, after: Cv): Changes {
  const edition = composeEdition(after, new Set(listMilestones(before).map(({ key }) => key)));
  const told = new Set([
    ...(edition?.works ?? []).map(({ id }) => id),
    ...(edition?.updates ?? []).map(({ publication }) => publication.id),
  ]);
  const [old, current] = [composePublications(before), composePublications(after)];
  const known = new Map(old.map((publication) => [publication.id, publication]));
  return finish({
    works: edition?.works ?? [],
    updates: edition?.updates ?? [],
    corrected: current.flatMap((publication) => {
      const earlier = known.get(publication.id);
      return earlier === undefined ||
        told.has(publication.id) ||
        publicationText(earlier) === publicationText(publication)
        ? []
        : [{ before: earlier, after: publication }];
    }),
    removed: old.filter(({ id }) => !current.some((publication) => publication.id === id)),
    sections: compareAllSections(before, after),
  });
}

/**
 * What happened in a stretch of time, as the record dates it: works that appeared, were accepted or
 * honoured, entries that began or ended. What has no date is in no stretch of time; a date of
 * lesser precision counts with its first day.
 */
export function composePeriod(
  cv: Cv,
  { since, until }: { since: PartialDate; until: PartialDate },
): Changes {
  const [first, last] = [earliestDay(since), latestDay(until)];
  const inside = milestonesBetween(cv, first, last);
  const edition = composeEdition(
    cv,
    new Set(listMilestones(cv).flatMap(({ key }) => (inside.has(key) ? [] : [key]))),
  );
  const isBegun = (days: DraftEntry["days"]) =>
    days !== undefined && days.first >= first && days.first <= last;
  const isEnded = (days: DraftEntry["days"]) =>
    days?.ends === true && days.first < first && days.last >= first && days.last <= last;
  const [begun, ended] = [isBegun, isEnded].map((isShown) =>
    composeDocument(cv, FULL_VARIANT, isShown).sections.filter(({ id }) => id !== "publications"),
  );
  const ids = sectionsOf(cv).map(({ id }) => id);
  const sections = ids.flatMap((id): SectionChanges[] => {
    const [fresh, over] = [
      begun?.find((section) => section.id === id),
      ended?.find((section) => section.id === id),
    ];
    const title = (fresh ?? over)?.title;
    return title === undefined
      ? []
      : [{ id, title, added: entriesOf(fresh), removed: [], changed: [], ended: entriesOf(over) }];
  });
  return finish({
    works: edition?.works ?? [],
    updates: edition?.updates ?? [],
    corrected: [],
    removed: [],
    sections,
  });
}
