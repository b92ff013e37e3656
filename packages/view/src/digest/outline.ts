import type { Words } from "@triptych/words";
import type { Edition } from "./edition.ts";
import { type Span, weaveSpans } from "../text/span.ts";

/** One line of what a mail would hold. */
export interface OutlineItem {
  workId: string;
  title: string;
  authors: Span[];
  /** Venue, or what is new about a known work. */
  news: Span[];
}

/** What a mail would hold, short: for pages that show it before it is sent. */
export interface EditionOutline {
  subject: string;
  summary: string;
  items: OutlineItem[];
  /** `Talk, 4 May 2026: On Things, A University`. */
  events: Span[][];
}

export function outlineEdition(
  { subject, summary, works, updates, events }: Edition,
  words: Words,
): EditionOutline {
  return {
    subject,
    summary,
    items: [
      ...works.map(({ id, title, listedAuthors, venue }) => ({
        workId: id,
        title,
        authors: listedAuthors,
        news: venue,
      })),
      ...updates.map(({ publication: { id, title, listedAuthors }, news }) => ({
        workId: id,
        title,
        authors: listedAuthors,
        news,
      })),
    ],
    events: events.map(({ label, date, spans }) =>
      weaveSpans(words.digest.event({ label, date, text: spans })),
    ),
  };
}
