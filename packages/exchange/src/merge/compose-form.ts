import { WORK_KINDS } from "@triptych/schema";
import { type FoundAuthor, type FoundForm, type FoundVenue, listNames } from "../found/finding.ts";
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

/**
 * Whether a form says too little for its kind: the record does without a venue, or a book, only
 * where nothing has appeared yet.
 */
export const lacksVenue = ({ kind, venue, book, status }: FoundForm): boolean =>
  venue === undefined &&
  book === undefined &&
  status !== "under-review" &&
  (WORK_KINDS[kind].needsVenue === true || kind === "chapter");

/** The form as it can stand in the record until the owner has completed it. */
export function keepLacking(entry: DraftEntry, form: FoundForm): FoundForm {
  if (!lacksVenue(form)) return form;
  const what = form.kind === "chapter" ? "book" : "venue";
  entry.remark(
    "to-do",
    what,
    `a ${form.kind} needs one and the entry names none; it was entered as other: ` +
      `name the ${what}, and set its kind to ${form.kind}`,
  );
  if (form.editors !== undefined)
    entry.remark(
      "dropped",
      "editor",
      `${listNames(form.editors)}: there is no book for the editors yet`,
    );
  return { ...form, kind: "other", editors: undefined, workshop: undefined };
}

/** The form as the record's files hold it, without keys that have no value. */
export function composeAppearance(entry: DraftEntry, form: FoundForm): Record<string, unknown> {
  const { kind, venue, links, status, honours, editors, translationOf, ...rest } = form;
  const venueId = venue === undefined ? undefined : resolveVenue(entry, venue);
  const printed = (people: readonly FoundAuthor[]) => people.map(({ name }) => name);
  return {
    kind,
    ...(venueId === undefined ? {} : { venue: venueId }),
    ...Object.fromEntries(
      FACTS.flatMap((key) => (rest[key] === undefined ? [] : [[key, rest[key]]])),
    ),
    ...(status === undefined || status === "published" ? {} : { status }),
    ...(honours === undefined ? {} : { honours }),
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
