import type { Appearance, Venue } from "@triptych/schema";
import type { FoundForm } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
import { findVenue } from "./venue-match.ts";

/**
 * What a form says besides its venue, people and links, in the order in which the files have it.
 */
export const FACTS = [
  "workshop",
  "track",
  "edition",
  "date",
  "book",
  "series",
  "publisher",
  "place",
  "number",
  "isbn",
  "volume",
  "issue",
  "pages",
  "doi",
  "arxiv",
] as const;

/**
 * Two ways to write one fact, such as a hyphen for a dash, or a date of which one is more exact.
 */
export function saysTheSame(
  fact: (typeof FACTS)[number],
  known: string | number,
  found: string | number,
): boolean {
  const [mine, theirs] = [foldText(String(known)), foldText(String(found))];
  if (fact === "date") return mine.startsWith(theirs) || theirs.startsWith(mine);
  if (fact === "arxiv") return mine.replace(/v\d+$/, "") === theirs.replace(/v\d+$/, "");
  return mine === theirs;
}

/** Addresses of one type say the same where they share one. */
function shareLinks(known: Appearance["links"], found: Appearance["links"]): boolean {
  const urls = new Set(known.map(({ url }) => url));
  const alike = found.filter(({ type }) => known.some((link) => link.type === type));
  return alike.length === 0 || alike.some(({ url }) => urls.has(url));
}

/**
 * Whether nothing that two forms of one kind both say differs; what one leaves out parts nothing.
 */
export function agreesWholly(
  known: Appearance,
  found: FoundForm,
  venues: readonly Venue[],
): boolean {
  const isSameVenue =
    known.venue === undefined ||
    found.venue === undefined ||
    findVenue(venues, found.venue)?.venue.id === known.venue;
  return (
    isSameVenue &&
    shareLinks(known.links, found.links) &&
    FACTS.every((fact) => {
      const [mine, theirs] = [known[fact], found[fact]];
      return mine === undefined || theirs === undefined || saysTheSame(fact, mine, theirs);
    })
  );
}
