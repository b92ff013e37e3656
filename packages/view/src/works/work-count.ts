import type { AppearanceKind } from "@triptych/schema";

/** Kinds that everybody calls papers. */
const PAPERS: ReadonlySet<AppearanceKind> = new Set<AppearanceKind>([
  "conference",
  "workshop",
  "journal",
  "preprint",
  "thesis",
]);

/**
 * What the works of a list are called together: `papers`, or `works` where a book, a patent or a
 * dataset is among them.
 */
export function workNoun(kinds: readonly AppearanceKind[], count = 2): string {
  const noun = kinds.every((kind) => PAPERS.has(kind)) ? "paper" : "work";
  return count === 1 ? noun : `${noun}s`;
}

/**
 * Says `1 paper`, `4 papers`, `4 works`; `among` are the works whose common name is taken, so that
 * one list never uses two.
 */
export function workCounter(among: readonly { kind: AppearanceKind }[]): (count: number) => string {
  const kinds = among.map(({ kind }) => kind);
  const [one, several] = [workNoun(kinds, 1), workNoun(kinds)];
  return (count) => `${count} ${count === 1 ? one : several}`;
}

/** `4 papers`, once; for a list of them see `workCounter`. */
export function countWorks(count: number, among: readonly { kind: AppearanceKind }[]): string {
  return workCounter(among)(count);
}

/** `Papers` or `Works`, at the head of a list or a column. */
export function titleOfWorks(among: readonly { kind: AppearanceKind }[]): string {
  const noun = workNoun(among.map(({ kind }) => kind));
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
