import type { DraftEntry } from "./draft-entry.ts";
import type { Source } from "./source.ts";

/** A group of a section before its entries have ids; the only group of one has no title. */
export interface DraftGroup {
  title: string;
  entries: DraftEntry[];
}

/** What a section shows of a record. */
export type DraftSection = (source: Source) => DraftGroup[];

/** A section that shows one list, without groups. */
export const ungrouped =
  (listEntries: (source: Source) => DraftEntry[]): DraftSection =>
  (source) => [{ title: "", entries: listEntries(source) }];
