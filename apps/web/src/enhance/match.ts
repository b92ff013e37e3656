import { foldText } from "./folded-text.ts";
import { FACETS, type Query } from "./query.ts";

/** A work as the search sees it. */
export interface Candidate {
  /** Folded title, authors, venue with its name in full, year and topics. */
  text: string;
  /** Values by facet, with a space between several. */
  facets: Record<(typeof FACETS)[number], string>;
}

/**
 * Whether a facet's values hold the one wanted. `any` asks only that there be one. A year may hold
 * a space (`Under review`).
 */
function holds(values: string, wanted: string): boolean {
  return (
    values === wanted || (wanted === "any" ? values !== "" : ` ${values} `.includes(` ${wanted} `))
  );
}

/**
 * Makes a test of works: every word of `q` occurs somewhere, in any case and with or without
 * accents, and every facet holds.
 */
export function compileQuery(query: Query): (candidate: Candidate) => boolean {
  const words = foldText(query.q).split(/\s+/).filter(Boolean);
  const wanted = FACETS.filter((facet) => query[facet] !== "");
  return ({ text, facets }) =>
    wanted.every((facet) => holds(facets[facet], query[facet])) &&
    words.every((word) => text.includes(word));
}
