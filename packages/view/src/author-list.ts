import { type PrintedName, printedForm, type Roster, type Work } from "@triptych/schema";
import type { Directory } from "./directory.ts";
import { joinSpans, type Span } from "./span.ts";

/** One mark for each group of equal contributors, in the order the groups are recorded. */
const MARKS = ["*", "†", "‡", "§", "¶"] as const;

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

/** Authors in the order of the print, the owner marked, equal contributors with the mark of their group. */
export function authorSpans(work: Work, directory: Directory): Span[] {
  const parts = work.authors.map((author) => {
    const group = work.equalContribution.findIndex((names) => names.includes(printedForm(author)));
    const mark = group < 0 ? undefined : MARKS[group % MARKS.length];
    const name = nameSpan(author, directory);
    return mark === undefined ? [name] : [name, { text: mark, role: "mark" } satisfies Span];
  });
  return joinSpans(parts, ", ");
}

/** The legend that explains the marks these works use; nothing where none is used. */
export function equalContributionLegend(works: readonly Work[]): Span[] {
  const groups = Math.max(0, ...works.map((work) => work.equalContribution.length));
  const marks = MARKS.slice(0, groups);
  if (marks.length === 0) return [];
  return [{ text: marks.join(" "), role: "mark" }, { text: " equal contribution" }];
}
