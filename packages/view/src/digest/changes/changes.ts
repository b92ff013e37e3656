import type { Publication } from "../../works/publication.ts";
import type { EditionUpdate } from "../news.ts";
import type { SectionChanges } from "./section-changes.ts";

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
