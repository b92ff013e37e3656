import { type Appearance, isWholeBook, type Venue } from "@triptych/schema";
import type { Parts, Words } from "@triptych/words";
import { yearOf } from "../text/date.ts";
import { joinText } from "../text/joined.ts";
import { formText } from "./form.ts";
import { kindName } from "./kind-name.ts";

export type VenueIndex = ReadonlyMap<string, Venue>;

/** An appearance, with the venue that the record has for it. */
export interface PlacedAppearance {
  appearance: Appearance;
  venue: Venue | undefined;
}

/** What lists call a venue: its acronym where there is one. */
export const venueLabel = ({ acronym, name }: Venue): string => acronym ?? name;

/** The name in full, where the label does not already say it. */
export const nameBesideLabel = (venue: Venue): string | undefined =>
  venueLabel(venue) === venue.name ? undefined : venue.name;

/** `ICML 2024`, `Book, Press, 2020`: where it appeared, for lists and the mail. */
export function shortVenueName({ appearance, venue }: PlacedAppearance, words: Words): string[] {
  const { kind, date, publisher, workshop } = appearance;
  const year = date === undefined ? undefined : yearOf(date);
  const form = formText(appearance, words);
  if (venue === undefined && form !== undefined)
    return joinText([form, isWholeBook(kind) ? publisher : undefined, year]);
  const series = venue === undefined ? kindName(kind, words) : venueLabel(venue);
  return joinText([workshop ?? form, joinText([series, year], " ")]);
}

/** `41st International Conference on Machine Learning (ICML)`; undefined where nothing names it. */
export function fullVenueName(
  { appearance, venue }: PlacedAppearance,
  words: Words,
): string | Parts | undefined {
  const { kind, edition, workshop } = appearance;
  const form = formText(appearance, words);
  if (venue === undefined) return form;
  const { acronym } = venue;
  const plain =
    edition === undefined || isWholeBook(kind)
      ? [venue.name]
      : words.text.venue.numbered({ edition, name: venue.name });
  const name =
    acronym === undefined || nameBesideLabel(venue) === undefined
      ? plain
      : words.text.withAcronym({ name: plain, acronym });
  if (form !== undefined) return joinText([form, name]);
  return workshop === undefined ? name : words.text.venue.workshop({ workshop, venue: name });
}
