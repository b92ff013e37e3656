import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { composeDocument } from "../../document/document.ts";
import { readSource } from "../../document/sections/source.ts";
import type { RecentItem, RecentKind } from "./recent-item.ts";
import { listRecentEntries } from "./recent-entries.ts";
import { listRecentWorks } from "./recent-works.ts";

/** At most so many of a kind, so that no kind hides the others. */
const AT_MOST = {
  exhibition: 2,
  project: 1,
  award: 2,
  position: 1,
  talk: 2,
  media: 1,
  publications: 2,
} as const satisfies Record<RecentKind, number>;

const newestFirst = (a: RecentItem, b: RecentItem) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);

/**
 * What happened, newest first and some of each kind: awards, positions, talks, media and papers,
 * derived and never typed twice.
 */
export function recentItems(cv: Cv, words: Words, count: number): RecentItem[] {
  const kinds = [
    listRecentWorks(cv, words),
    ...listRecentEntries(readSource(cv, words), composeDocument(cv, words)),
  ];
  return kinds
    .flatMap((items) =>
      items.toSorted(newestFirst).slice(0, items[0] === undefined ? 0 : AT_MOST[items[0].kind]),
    )
    .sort(newestFirst)
    .slice(0, count);
}
