import type { Words } from "@triptych/words";
import { worksNoun } from "../../works/kind-name.ts";
import type { Changes } from "./changes.ts";
import type { SectionChanges } from "./section-changes.ts";

/** What a number of things is called in words; nothing where there are none. */
const counted = (items: readonly unknown[], say: (of: { count: number }) => string) =>
  items.length === 0 ? [] : [say({ count: items.length })];

function summariseSection(
  { title, added, removed, changed, ended }: SectionChanges,
  { changes: words }: Words,
): string {
  const parts = [
    ...counted(added, words.entries.added),
    ...counted(ended, words.entries.ended),
    ...counted(changed, words.entries.changed),
    ...counted(removed, words.entries.removed),
  ];
  return words.section({ title, changes: parts.join(", ") });
}

/** `3 new papers; 1 update; invited talks: 2 new`. */
export function summariseChanges(
  { works, updates, corrected, removed, sections }: Omit<Changes, "summary">,
  words: Words,
): string {
  const of = worksNoun(works, words);
  const parts = [
    ...counted(works, ({ count }) => words.digest.newWorks({ count, of })),
    ...counted(updates, words.digest.updates),
    ...counted(corrected, words.changes.corrections),
    ...counted(removed, words.changes.worksRemoved),
    ...sections.map((section) => summariseSection(section, words)),
  ];
  return parts.length === 0 ? words.changes.nothing : parts.join("; ");
}
