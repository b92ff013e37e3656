import type { FoundAuthor, FoundForm, FoundVenue } from "../found/finding.ts";
import { FACTS } from "../match/form-fact.ts";
import type { DraftEntry } from "./draft.ts";
import { findVenue } from "../match/venue-match.ts";

/** The id of a venue, which is entered into the record where it is new. */
export function resolveVenue(entry: DraftEntry, found: FoundVenue): string | undefined {
  const match = findVenue(entry.draft.cv.venues, found);
  if (match?.isSure === false)
    entry.remark("guessed", "venue", `“${found.name}” was taken for “${match.venue.name}”`);
  if (match !== undefined) return match.venue.id;
  return entry.draft.addVenue(found)?.id;
}

/** The form as the record's files hold it, without keys that have no value. */
export function composeAppearance(entry: DraftEntry, form: FoundForm): Record<string, unknown> {
  const { kind, venue, links, status, editors, translationOf, ...rest } = form;
  const venueId = venue === undefined ? undefined : resolveVenue(entry, venue);
  const printed = (people: readonly FoundAuthor[]) => people.map(({ name }) => name);
  return {
    kind,
    ...(venueId === undefined ? {} : { venue: venueId }),
    ...Object.fromEntries(
      FACTS.flatMap((key) => (rest[key] === undefined ? [] : [[key, rest[key]]])),
    ),
    ...(status === undefined || status === "published" ? {} : { status }),
    ...(editors === undefined ? {} : { editors: printed(editors) }),
    ...(translationOf === undefined
      ? {}
      : {
          translationOf: {
            ...(translationOf.title === undefined ? {} : { title: translationOf.title }),
            authors: printed(translationOf.authors),
          },
        }),
    ...(links.length === 0 ? {} : { links }),
  };
}
