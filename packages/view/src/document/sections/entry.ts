import type { SectionId } from "@triptych/schema";
import type { Span } from "../../text/span.ts";

/**
 * `title` is read first, `people` and `detail` are quieter, `label` is the smallest (venue, kind).
 * An `item` is an entry in one line: its title and, quieter, the rest.
 */
export type LineRole = "title" | "people" | "detail" | "label" | "item";

export interface Line {
  role: LineRole;
  spans: Span[];
}

/** One item of a section: what hangs in the rail, and the lines beside it in reading order. */
export interface Entry {
  /** Unique within the document; fit for an HTML id. */
  id: string;
  /** Date, year or nothing. */
  rail: string;
  /** The CV's own number; only publications have one. */
  number?: number;
  lines: Line[];
}

export interface Group {
  id: string;
  /** Empty where the section has only one group. */
  title: string;
  entries: Entry[];
}

export interface Section {
  id: SectionId;
  title: string;
  /** Lines before the first group, such as reported figures and the legend of marks. */
  intro: Line[];
  groups: Group[];
}
