import type { FoundAuthor, FoundForm, FoundVenue } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
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
