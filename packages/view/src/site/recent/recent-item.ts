import type { Span } from "../../text/span.ts";
import type { SectionPageId } from "../section-page.ts";

export type RecentKind =
  | "exhibition"
  | "project"
  | "award"
  | "position"
  | "talk"
  | "media"
  | "publications";

/** Where an item stands in full: an entry of a page, or the works of a year. */
export type RecentPlace =
  | { kind: "entry"; page: SectionPageId | "cv"; id: string }
  | { kind: "year"; year: string };

/** Something that happened, for the list of what is recent. */
export interface RecentItem {
  kind: RecentKind;
  day: string;
  rail: string;
  spans: Span[];
  place: RecentPlace;
}
