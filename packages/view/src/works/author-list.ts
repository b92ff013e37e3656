import { type PrintedName, printedForm, type Roster, type Work } from "@triptych/schema";
import type { Directory } from "../text/directory.ts";
import { joinSpans, type Span } from "../text/span.ts";

/** One mark for each group of equal contributors, in the order the groups are recorded. */
const MARKS = ["*", "†", "‡", "§", "¶"] as const;

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

/** The span of one name: the owner marked, co-authors with their id as the target. */
function nameSpan(name: PrintedName, directory: Directory): Span {
  const text = printedForm(name);
  if (directory.isOwner(name)) return { text, role: "owner" };
  const id = directory.coauthorOf(name);
  return id === undefined ? { text } : { text, target: { kind: "person", id } };
}

/** Names with their titles, such as supervisors: `Prof. Jared Tanner`. */
export function titledNames(names: readonly PrintedName[], directory: Directory): Span[] {
  const parts = names.map((name) => {
    const span = nameSpan(name, directory);
    const title = typeof name === "string" ? undefined : name.title;
    return title === undefined ? [span] : [{ text: `${title}\u00a0` }, span];
  });
  return joinSpans(parts, ", ");
}

/** One author with the mark of their group of equal contributors. */
function authorSpan(author: PrintedName, work: Work, directory: Directory): Span[] {
  const group = work.equalContribution.findIndex((names) => names.includes(printedForm(author)));
  const mark = group < 0 ? undefined : MARKS[group % MARKS.length];
  const name = nameSpan(author, directory);
  return mark === undefined ? [name] : [name, { text: mark, role: "mark" }];
}

const isMany = (work: Work) => work.authors.length > 1;

/** What the named people are where they are not the authors: editors of a book, translators. */
function makerSpans(work: Work): Span[] {
  const kind = work.appearances[0]?.kind;
  if (kind === "edited-book") return [{ text: isMany(work) ? " (eds)" : " (ed.)" }];
  return kind === "translation"
    ? [{ text: isMany(work) ? " (translators)" : " (translator)" }]
    : [];
}

/**
 * Authors in the order of the print, the owner marked, equal contributors with the mark of their
 * group.
 */
export function authorSpans(work: Work, directory: Directory): Span[] {
  const names = joinSpans(
    work.authors.map((author) => authorSpan(author, work, directory)),
    ", ",
  );
  return [...names, ...makerSpans(work)];
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
export function listedAuthorSpans(work: Work, directory: Directory): Span[] {
  if (work.authors.length <= LONGEST_LIST) return authorSpans(work, directory);
  const places = namedPlaces(work, directory);
  const parts = places.flatMap((place, index) => {
    const author = work.authors[place];
    if (author === undefined) return [];
    const omitted = place - (places[index - 1] ?? -1) - 1;
    const gap =
      omitted === 0
        ? []
        : [[{ text: `…\u00a0${omitted.toLocaleString("en-US")}\u00a0more\u00a0…` }]];
    return [...gap, authorSpan(author, work, directory)];
  });
  return [...joinSpans(parts, ", "), ...makerSpans(work)];
}

/** The legend that explains the marks these works use; nothing where none is used. */
export function equalContributionLegend(works: readonly Work[]): Span[] {
  const groups = Math.max(0, ...works.map((work) => work.equalContribution.length));
  const marks = MARKS.slice(0, groups);
  if (marks.length === 0) return [];
  return [{ text: marks.join(" "), role: "mark" }, { text: " equal contribution" }];
}
