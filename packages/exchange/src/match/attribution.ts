import { type Cv, printedForm, type Work } from "@triptych/schema";
import { foldText } from "../text/plain-text.ts";

/** With fewer works a record says too little of whom its owner works with. */
const ENOUGH_WORKS = 8;

/** Family name and initial: services write given names as they like. */
function foldName(name: string): string {
  const words = foldText(name).split(" ");
  return `${words.at(-1) ?? ""} ${words[0]?.[0] ?? ""}`;
}

/**
 * Why a work that a service takes for the owner's may be by somebody else of that name: nobody who
 * wrote it with them, and not its venue, stands in the record. Nothing is decided by it.
 */
export function doubtAttribution(before: Cv, work: Work): string | undefined {
  if (before.publications.length < ENOUGH_WORKS) return undefined;
  const known = new Set(
    before.publications.flatMap(({ authors }) =>
      authors.map((name) => foldName(printedForm(name))),
    ),
  );
  const owner = new Set([before.profile.name, ...before.profile.aliases].map(foldName));
  const others = work.authors
    .map((name) => foldName(printedForm(name)))
    .filter((name) => !owner.has(name));
  const venues = work.appearances.flatMap(({ venue }) => venue ?? []);
  const isKnownVenue = venues.some((venue) => before.venues.some(({ id }) => id === venue));
  if (others.length === 0 || others.some((name) => known.has(name)) || isKnownVenue)
    return undefined;
  const { doi, arxiv } = work.appearances.find((form) => form.doi ?? form.arxiv) ?? {};
  const identifier =
    doi !== undefined ? `doi: ${doi}` : arxiv !== undefined ? `arxiv: "${arxiv}"` : "title: …";
  return (
    "none of its other authors stands in your record, nor does its venue; if it is by somebody " +
    `else of your name, say so once: refused: [{ ${identifier}, reason: not mine }]`
  );
}
