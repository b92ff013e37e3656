import type { Venue } from "@triptych/schema";
import type { FoundVenue } from "../import/finding.ts";
import { foldText } from "../import/plain-text.ts";

/** Words in which the titles of one series differ from year to year and from publisher to publisher. */
const LOOSE = new Set("the of on in and for advances conference international annual ieee acm cvf aaai proceedings symposium meeting".split(" "));

const core = (name: string) =>
  foldText(name)
    .split(" ")
    .filter((word) => !LOOSE.has(word))
    .join(" ");

/** A venue of the record by name or acronym; `isSure` is false where only the telling words of the names agree. */
export function findVenue(venues: readonly Venue[], found: FoundVenue): { venue: Venue; isSure: boolean } | undefined {
  const name = foldText(found.name);
  const labels = new Set([found.name, found.acronym].flatMap((label) => (label === undefined ? [] : [foldText(label)])));
  const sure =
    venues.find((venue) => foldText(venue.name) === name) ?? venues.find((venue) => venue.acronym !== undefined && labels.has(foldText(venue.acronym)));
  if (sure !== undefined) return { venue: sure, isSure: true };
  const loose = core(found.name);
  const near = loose.split(" ").length < 2 ? undefined : venues.find((venue) => venue.kind === found.kind && core(venue.name) === loose);
  return near === undefined ? undefined : { venue: near, isSure: false };
}
