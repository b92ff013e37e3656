import type { Appearance, Work } from "@triptych/schema";
import type { FoundAuthor, FoundForm, FoundVenue } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
import type { Draft, Source } from "./draft.ts";
import { findVenue } from "./venue-match.ts";
import { couldBeSame, identifiersOf } from "./work-match.ts";

/** The id of a venue, which is entered into the record where it is new. */
function resolveVenue(draft: Draft, found: FoundVenue, source: Source): string | undefined {
  const match = findVenue(draft.cv.venues, found);
  if (match?.isSure === false)
    draft.remark("guessed", source, "venue", `“${found.name}” was taken for “${match.venue.name}”`);
  if (match !== undefined) return match.venue.id;
  return draft.addVenue(found)?.id;
}

/**
 * What a form says besides its venue, people and links, in the order in which the files have it.
 */
const FACTS = [
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
export function composeAppearance(
  draft: Draft,
  form: FoundForm,
  source: Source,
): Record<string, unknown> {
  const { kind, venue, links, status, editors, translationOf, ...rest } = form;
  const venueId = venue === undefined ? undefined : resolveVenue(draft, venue, source);
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
function saysTheSame(
  fact: (typeof FACTS)[number],
  known: string | number,
  found: string | number,
): boolean {
  const [mine, theirs] = [foldText(String(known)), foldText(String(found))];
  if (fact === "date") return mine.startsWith(theirs) || theirs.startsWith(mine);
  if (fact === "arxiv") return mine.replace(/v\d+$/, "") === theirs.replace(/v\d+$/, "");
  return mine === theirs;
}

/** Which appearance of a work a form is; none where it is a new one. */
function findAppearance(work: Work, form: FoundForm): number {
  const ids = identifiersOf(form);
  const byId = work.appearances.findIndex(
    (known) => known.kind === form.kind && identifiersOf(known).some((id) => ids.includes(id)),
  );
  if (byId >= 0) return byId;
  const exact = work.appearances.findIndex(
    (known) => known.kind === form.kind && couldBeSame(known, form),
  );
  return exact >= 0 ? exact : work.appearances.findIndex((known) => couldBeSame(known, form));
}

/** Gives a venue to an appearance that has none; another one than it has is told. */
function fillVenue(
  draft: Draft,
  path: readonly (string | number)[],
  known: Appearance,
  found: FoundVenue,
  source: Source,
): boolean {
  if (known.venue === undefined) {
    const venue = resolveVenue(draft, found, source);
    if (venue === undefined) return false;
    draft.set([...path, "venue"], venue);
    known.venue = venue;
    return true;
  }
  const { venues } = draft.cv;
  if (findVenue(venues, found)?.venue.id === known.venue) return false;
  const name = venues.find(({ id }) => id === known.venue)?.name ?? known.venue;
  draft.remark(
    "dropped",
    source,
    "venue",
    `the record says ${name}, the file ${found.name}; the record stays`,
  );
  return false;
}

/**
 * Fills what an appearance of the record lacks. What the record says stays; a difference is told.
 */
function fillAppearance(
  draft: Draft,
  work: Work,
  path: readonly (string | number)[],
  known: Appearance,
  form: FoundForm,
  source: Source,
): string[] {
  const added: string[] = [];
  for (const fact of FACTS) {
    const [mine, theirs] = [known[fact], form[fact]];
    if (theirs === undefined) continue;
    if (mine !== undefined) {
      if (!saysTheSame(fact, mine, theirs))
        draft.remark(
          "dropped",
          source,
          fact,
          `the record says ${mine}, the file ${theirs}; the record stays`,
        );
      continue;
    }
    const holder =
      fact === "doi" || fact === "arxiv"
        ? draft.index.holderOf({ [fact]: String(theirs) })
        : undefined;
    if (holder !== undefined && holder !== work.id)
      draft.remark("dropped", source, fact, `${theirs} belongs to ${holder} already`);
    else if (fact === "arxiv" && holder === work.id) continue;
    else if (
      (fact === "workshop" && known.kind !== "workshop") ||
      (fact === "book" && known.kind !== "chapter")
    )
      draft.remark("dropped", source, fact, `the record has it as a ${known.kind}`);
    else {
      draft.set([...path, fact], theirs);
      Object.assign(known, { [fact]: theirs });
      added.push(fact);
    }
  }
  if (form.venue !== undefined && fillVenue(draft, path, known, form.venue, source))
    added.push("venue");
  if ((form.status ?? "published") !== known.status && form.kind !== "preprint")
    draft.remark(
      "dropped",
      source,
      "status",
      `the record says ${known.status}, the file ${form.status ?? "published"}; the record stays`,
    );
  return added;
}

function addLinks(
  draft: Draft,
  work: Work,
  path: readonly (string | number)[],
  known: Appearance,
  form: FoundForm,
): string[] {
  const urls = new Set(work.appearances.flatMap(({ links }) => links.map(({ url }) => url)));
  const links = form.links.filter(({ url }) => !urls.has(url));
  for (const link of links) {
    draft.insert([...path, "links"], known.links.length, link);
    known.links.push(link);
  }
  return links.length === 0 ? [] : ["links"];
}

/**
 * Adds a form to a work: to the appearance it is, or as a new one. A published form comes before a
 * preprint, since the first is cited.
 */
export function mergeForm(
  draft: Draft,
  work: Work,
  at: number,
  form: FoundForm,
  parse: (value: unknown) => Appearance | undefined,
  source: Source,
): string[] {
  const place = findAppearance(work, form);
  const known = work.appearances[place];
  const path = ["publications", at, "appearances", place];
  if (known !== undefined)
    return [
      ...fillAppearance(draft, work, path, known, form, source),
      ...addLinks(draft, work, path, known, form),
    ];
  // An identifier that another appearance of the work holds already names no further one.
  if (
    form.kind === "preprint" &&
    identifiersOf(form).some((id) => work.appearances.flatMap(identifiersOf).includes(id))
  )
    return [];
  const value = composeAppearance(draft, form, source);
  const appearance = parse(value);
  if (appearance === undefined) {
    draft.remark("dropped", source, "appearance", `as a ${form.kind} it does not fit the record`);
    return [];
  }
  const isFirst = form.kind !== "preprint" && work.appearances[0]?.kind === "preprint";
  const index = isFirst ? 0 : work.appearances.length;
  draft.insert(["publications", at, "appearances"], index, value);
  work.appearances.splice(index, 0, appearance);
  return [form.kind];
}
