import type { Venue } from "@triptych/schema";
import type { FoundVenue } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";

/**
 * Words in which the titles of one series differ from year to year and from publisher to publisher.
 */
const LOOSE = new Set(
  (
    "the of on in and for advances conference international annual ieee acm cvf aaai " +
    "proceedings symposium meeting"
  ).split(" "),
);

const core = (name: string) =>
  foldText(name)
    .split(" ")
    .filter((word) => !LOOSE.has(word))
    .join(" ");

/**
 * A venue of the record by name or acronym; `isSure` is false where only the telling words of the
 * names agree.
 */
export function findVenue(
  venues: readonly Venue[],
  found: FoundVenue,
): { venue: Venue; isSure: boolean } | undefined {
  const name = foldText(found.name);
  const labels = new Set(
    [found.name, found.acronym].flatMap((label) => (label === undefined ? [] : [foldText(label)])),
  );
  const sure =
    venues.find((venue) => foldText(venue.name) === name) ??
    venues.find((venue) => venue.acronym !== undefined && labels.has(foldText(venue.acronym)));
  if (sure !== undefined) return { venue: sure, isSure: true };
  const loose = core(found.name);
  const near =
    loose.split(" ").length < 2
      ? undefined
      : venues.find((venue) => venue.kind === found.kind && core(venue.name) === loose);
  return near === undefined ? undefined : { venue: near, isSure: false };
}

const SHORT = /^\p{Lu}{2,}$/u;

/**
 * Words of a name that tell it from others; none where an abbreviation such as JMLR or IEEE TPAMI
 * hides them.
 */
function tellingWords(name: string): string[] {
  const words = name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => !LOOSE.has(foldText(word)) && !/^(?:j|journal|\d*)$/i.test(word));
  return words.some((word) => SHORT.test(word))
    ? []
    : words.map(foldText).filter((word) => word !== "");
}

/**
 * Whether two journals cannot be one under two names: no word of the one is, or shortens, a word of
 * the other.
 */
export function isOtherSerial(known: Venue, found: FoundVenue): boolean {
  const [mine, theirs] = [tellingWords(known.name), tellingWords(found.name)];
  const isShared = mine.some((word) =>
    theirs.some((other) => word.startsWith(other) || other.startsWith(word)),
  );
  return (
    mine.length > 0 && theirs.length > 0 && !isShared && findVenue([known], found) === undefined
  );
}
