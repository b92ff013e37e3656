import { type AppearanceKind, LIST_IDS, type ListId } from "@triptych/schema";
import type { Citation } from "./citation.ts";
import { hasEdition, isWholeBook } from "./citation-kind.ts";

/** Something the record holds and a format does not. */
export interface Loss {
  field: string;
  reason: string;
}

export interface WorkLoss extends Loss {
  workId: string;
}

/** A file in a foreign format, with all that was left out of it. */
export interface Bibliography {
  text: string;
  losses: WorkLoss[];
}

/** Kinds that have an edition in every format; that of a meeting stands in its name. */
const holdsEdition = (kind: AppearanceKind) =>
  hasEdition(kind) || kind === "conference" || kind === "workshop";

function listFormLosses({ kind, work, appearance, container }: Citation): Loss[] {
  const losses: Loss[] = [];
  if (work.appearances.length > 1)
    losses.push({
      field: "appearances",
      reason: "only the appearance the work is cited by is kept, and an arXiv identifier",
    });
  if (appearance.edition !== undefined && !holdsEdition(appearance.kind)) {
    losses.push({ field: "edition", reason: `a ${appearance.kind} has no place for it` });
  }
  // The note of other manuscripts says where they are under review.
  if (kind === "manuscript" && appearance.kind === "preprint" && container !== undefined)
    losses.push({ field: "venue", reason: "a manuscript has no field for it" });
  if (
    appearance.kind === "chapter" &&
    appearance.book !== undefined &&
    appearance.venue !== undefined
  )
    losses.push({ field: "venue", reason: "its field holds the title of the book" });
  if (isWholeBook(kind) && container !== undefined)
    losses.push({
      field: "venue",
      reason: "a book has a series and a publisher, but no field for a venue",
    });
  return losses;
}

/**
 * What no bibliography format holds: honours, equal contribution, namesakes told apart, forms and
 * links beyond the first.
 */
export function listCommonLosses(citation: Citation): Loss[] {
  const { work, url } = citation;
  const losses = listFormLosses(citation);
  const honours = new Set(work.appearances.flatMap((appearance) => appearance.honours));
  if (honours.size > 0)
    losses.push({ field: "honours", reason: `no field for ${[...honours].join(", ")}` });
  if (work.equalContribution.length > 0)
    losses.push({ field: "equalContribution", reason: "no field for equal contribution" });
  if (work.citations !== undefined)
    losses.push({ field: "citations", reason: "no field for counts of citations" });
  if (work.authors.some((author) => typeof author !== "string"))
    losses.push({
      field: "authors",
      reason: "titles, and ids that tell namesakes apart, have no field",
    });
  const others = new Set(
    work.appearances
      .flatMap(({ links }) => links)
      .filter((link) => link.url !== url)
      .map(({ type }) => type),
  );
  if (others.size > 0)
    losses.push({
      field: "links",
      reason: `one address only; left out: ${[...others].join(", ")}`,
    });
  return losses;
}

/** The loss of formats that hold a text in one line. */
export function listAbstractLosses({ work }: Citation): Loss[] {
  return work.abstract?.trim().includes("\n") === true
    ? [{ field: "abstract", reason: "its paragraphs are joined" }]
    : [];
}

export const joinLines = (text: string) => text.replaceAll(/\s+/gu, " ").trim();

/** A field, what it takes for an entry to lose something of it, and what is lost. */
export type LossRule<Entry> = readonly [
  field: string,
  isHeld: (entry: Entry) => boolean,
  reason: string,
];

/** What a format loses of the entries of a list, with how many hold it. */
export const countLosses = <Entry>(
  entries: readonly Entry[],
  rules: readonly LossRule<Entry>[],
): Loss[] =>
  rules.flatMap(([field, isHeld, reason]) => {
    const count = entries.filter(isHeld).length;
    return count === 0 ? [] : [{ field, reason: `${reason} (${count})` }];
  });

/** The same of whole lists, of which a format keeps nothing or only a part of each entry. */
export const countEntries = (field: string, entries: readonly unknown[], reason: string): Loss[] =>
  countLosses(entries, [[field, () => true, reason]]);

/**
 * The lists of a record that a format does not write. A list that is new to the record is among
 * them until the format has a place for it, so that it is never lost in silence.
 */
export const listsNotWritten = (written: readonly ListId[]): ListId[] =>
  LIST_IDS.filter((list) => !written.includes(list));
