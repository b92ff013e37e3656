import { type AppearanceKind, WORK_KINDS } from "@triptych/schema";
import type { Noun, Words } from "@triptych/words";

/** `Journal article`. */
export function kindName(kind: AppearanceKind, words: Words): string {
  return words.record.kinds[kind].title({ count: 1 });
}

/**
 * What the works of a list are called together: papers, or works where a book, a patent or a
 * dataset is among them. Whoever counts parts of a list names the whole, so that one list never
 * uses two names.
 */
export function worksNoun(works: readonly { kind: AppearanceKind }[], words: Words): Noun {
  const { papers, works: all } = words.record.works;
  return works.every(({ kind }) => WORK_KINDS[kind].isPaper === true) ? papers : all;
}
