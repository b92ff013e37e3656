import { type PrintedName, printedForm, type Roster, type Work } from "@triptych/schema";
import type { Words } from "@triptych/words";
import type { Directory } from "../text/directory.ts";
import { nameSpan } from "../text/names.ts";
import { joinSpans, type Span } from "../text/span.ts";
import { makersText } from "./makers.ts";

const MARKS = ["*", "†", "‡", "§", "¶"] as const;

/** The mark of a group of equal contributors, from 0; after five groups they are doubled. */
const markOf = (group: number): string =>
  (MARKS[group % MARKS.length] ?? "").repeat(1 + Math.floor(group / MARKS.length));

/**
 * Longer author lists are shortened where works are listed; the work's own page names everybody.
 */
const LONGEST_LIST = 25;
/** How many authors a shortened list names before its first gap. */
const LEADING = 3;

export type OwnerPosition = "only" | "first" | "last" | "middle";

/** Where the owner stands in the author list; equal contribution does not move anyone. */
export function ownerPosition(work: Work, roster: Roster): OwnerPosition {
  const index = work.authors.findIndex((author) => roster.isOwner(author));
  if (work.authors.length === 1) return "only";
  if (index === 0) return "first";
  return index === work.authors.length - 1 ? "last" : "middle";
}

/** Whether the owner is the first or only author. */
export const isLedByOwner = ({ position }: { position: OwnerPosition }): boolean =>
  position === "first" || position === "only";

/** One author with the marks of their groups of equal contributors. */
function authorSpan(author: PrintedName, work: Work, directory: Directory): Span[] {
  const form = printedForm(author);
  const marks = work.equalContribution.flatMap((names, group) =>
    names.includes(form) ? [markOf(group)] : [],
  );
  const name = nameSpan(author, directory);
  return marks.length === 0 ? [name] : [name, { text: marks.join(","), role: "mark" }];
}

/** The names of a list, and behind them what these people are if they are not the authors. */
function finishList(parts: readonly (readonly Span[])[], work: Work, words: Words): Span[] {
  const makers = makersText(work, words);
  return [...joinSpans(parts, ", "), ...(makers === undefined ? [] : [{ text: ` ${makers}` }])];
}

/**
 * Authors in the order of the print, the owner marked, equal contributors with the mark of their
 * group.
 */
export function authorSpans(work: Work, directory: Directory, words: Words): Span[] {
  const parts = work.authors.map((author) => authorSpan(author, work, directory));
  return finishList(parts, work, words);
}

/**
 * Places a shortened list names: the first three, the last, the owner, equal contributors, and
 * whoever stands alone between two of these.
 */
function namedPlaces(work: Work, directory: Directory): number[] {
  const equal = new Set(work.equalContribution.flat());
  const isKept = work.authors.map(
    (author, index) =>
      index < LEADING ||
      index === work.authors.length - 1 ||
      directory.isOwner(author) ||
      equal.has(printedForm(author)),
  );
  return isKept.flatMap((kept, index) =>
    kept || (isKept[index - 1] === true && isKept[index + 1] === true) ? [index] : [],
  );
}

/**
 * Authors as lists of works name them: all of up to 25, else `A, B, C, … 290 more …, Z`. The first,
 * the last, the owner and all equal contributors are always named, in the order of the print, and
 * every gap says how many it leaves out, which is two or more.
 */
export function listedAuthorSpans(work: Work, directory: Directory, words: Words): Span[] {
  if (work.authors.length <= LONGEST_LIST) return authorSpans(work, directory, words);
  const places = namedPlaces(work, directory);
  const parts = places.flatMap((place, index) => {
    const author = work.authors[place];
    if (author === undefined) return [];
    const count = place - (places[index - 1] ?? -1) - 1;
    const gap = count === 0 ? [] : [[{ text: words.text.authors.omitted({ count }) }]];
    return [...gap, authorSpan(author, work, directory)];
  });
  return finishList(parts, work, words);
}

/**
 * The legend that explains the marks these works use, each for itself; nothing where none is used.
 * The first mark is that of works with one group as well, and is explained without a number.
 */
export function equalContributionLegend(works: readonly Work[], words: Words): Span[] {
  const count = Math.max(0, ...works.map((work) => work.equalContribution.length));
  const { equal, equalGroup } = words.text.authors;
  const parts = Array.from({ length: count }, (_, group): Span[] => [
    { text: markOf(group), role: "mark" },
    { text: ` ${group === 0 ? equal : equalGroup({ group: group + 1 })}` },
  ]);
  return joinSpans(parts, "; ");
}
