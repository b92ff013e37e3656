import type { Venue } from "@triptych/schema";
import type { FoundVenue } from "../found/finding.ts";
import { readVenueName } from "../found/venue-name.ts";
import { foldText } from "../text/plain-text.ts";

/** Words that say little of a title: they tell one series from another, but never two as one. */
const LOOSE = new Set(
  (
    "the of on in and for advances conference international annual ieee acm cvf aaai " +
    "proceedings symposium meeting"
  ).split(" "),
);

/**
 * One form of a name, to compare by. Only what never tells two venues apart is taken off: case and
 * punctuation, `The`, `&` for `and`, and which one of its series a volume of proceedings is.
 */
function foldVenue(name: string, kind: Venue["kind"]): string {
  const series = kind === "conference" ? readVenueName(name).name : name;
  const spelled = series
    .replaceAll("&", " and ")
    .replaceAll("+", " plus ")
    .replaceAll("#", " sharp ");
  return foldText(spelled).replace(/^the (?=\S)/, "");
}

const tellingOf = (name: string) =>
  foldText(name)
    .split(" ")
    .filter((word) => word !== "" && !LOOSE.has(word));

/** Whether one name says all that tells the other from others. */
function isWithin(mine: readonly string[], theirs: readonly string[]): boolean {
  const [few, many] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
  const isTelling = few.length > 1 || few.length === many.length;
  return few.length > 0 && isTelling && few.every((word) => many.includes(word));
}

/**
 * Whether two venues share an acronym and nothing in their names says that they are two, as with
 * the two conferences called ICCS.
 */
function sharesAcronym(known: Venue, { name, acronym, kind }: FoundVenue): boolean {
  if (known.acronym === undefined || known.kind !== kind) return false;
  const mine = foldText(known.acronym);
  if (mine === "") return false;
  if (foldText(name) === mine) return true;
  if (acronym === undefined || foldText(acronym) !== mine) return false;
  return foldText(known.name) === mine || isWithin(tellingOf(known.name), tellingOf(name));
}

/**
 * A venue of the record: by the same name, or by its acronym; then `isSure` is false, since the
 * names differ. Any other likeness is none: two journals may differ in one word.
 */
export function findVenue(
  venues: readonly Venue[],
  found: FoundVenue,
): { venue: Venue; isSure: boolean } | undefined {
  const name = foldVenue(found.name, found.kind);
  const same =
    name === "" ? undefined : venues.find((venue) => foldVenue(venue.name, venue.kind) === name);
  if (same !== undefined) return { venue: same, isSure: true };
  const near = venues.find((venue) => sharesAcronym(venue, found));
  return near === undefined
    ? undefined
    : { venue: near, isSure: foldText(found.name) === foldText(near.acronym ?? "") };
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
