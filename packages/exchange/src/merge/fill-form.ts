import { Appearance, printedForm, type Work, WORK_KINDS } from "@triptych/schema";
import type { FoundForm, FoundVenue } from "../found/finding.ts";
import { explainDifference, isAbsent, listDifferences } from "../match/difference.ts";
import { FACTS, saysTheSame } from "../match/form-fact.ts";
import { composeAppearance, resolveVenue } from "./compose-form.ts";
import type { DraftEntry } from "./draft.ts";
import { findVenue } from "../match/venue-match.ts";

/** An appearance of the record, the work it is of, and where it stands in the record's files. */
export interface Place {
  work: Work;
  appearance: Appearance;
  path: readonly (string | number)[];
}

/** Gives a venue to an appearance that has none; another one than it has is told. */
function fillVenue(
  entry: DraftEntry,
  { path, appearance: known }: Place,
  found: FoundVenue,
): boolean {
  if (known.venue === undefined) {
    const venue = resolveVenue(entry, found);
    if (venue === undefined) return false;
    entry.draft.set([...path, "venue"], venue);
    known.venue = venue;
    return true;
  }
  const { venues } = entry.draft.cv;
  if (findVenue(venues, found)?.venue.id === known.venue) return false;
  const name = venues.find(({ id }) => id === known.venue)?.name ?? known.venue;
  entry.remark(
    "dropped",
    "venue",
    `the record says ${name}, the file ${found.name}; the record stays`,
  );
  return false;
}

/** Why a fact cannot be given to an appearance that lacks it; `known` where the work has it. */
function objectTo(
  { draft }: DraftEntry,
  { work, appearance }: Place,
  fact: (typeof FACTS)[number],
  value: string | number,
): { kind: "known" } | { kind: "refused"; reason: string } | undefined {
  if (fact === "doi" || fact === "arxiv") {
    const holder = draft.index.holderOf({ [fact]: String(value) });
    if (holder !== undefined && holder !== work.id)
      return { kind: "refused", reason: `${value} belongs to ${holder} already` };
    if (fact === "arxiv" && holder === work.id) return { kind: "known" };
  }
  const isForeign =
    (fact === "workshop" && appearance.kind !== "workshop") ||
    (fact === "book" && appearance.kind !== "chapter");
  return isForeign
    ? { kind: "refused", reason: `the record has it as a ${appearance.kind}` }
    : undefined;
}

/** Fills one fact; what the record says stays, and a difference is reported. */
function fillFact(
  entry: DraftEntry,
  place: Place,
  fact: (typeof FACTS)[number],
  theirs: string | number,
): boolean {
  const { appearance, path } = place;
  const mine = appearance[fact];
  if (mine !== undefined) {
    if (!saysTheSame(fact, mine, theirs))
      entry.remark(
        "dropped",
        fact,
        `the record says ${mine}, the file ${theirs}; the record stays`,
      );
    return false;
  }
  const objection = objectTo(entry, place, fact, theirs);
  if (objection?.kind === "refused") entry.remark("dropped", fact, objection.reason);
  if (objection !== undefined) return false;
  const [issue] = Appearance.safeParse({ ...appearance, [fact]: theirs }).error?.issues ?? [];
  if (issue !== undefined) {
    entry.remark("dropped", fact, `“${theirs}” ${issue.message}`);
    return false;
  }
  entry.draft.set([...path, fact], theirs);
  Object.assign(appearance, { [fact]: theirs });
  return true;
}

/** Gives people and honours to an appearance that has none; others than it has are told. */
function fillPeople(entry: DraftEntry, { appearance, path }: Place, form: FoundForm): string[] {
  const { kind, editors, honours, translationOf } = form;
  const theirs = composeAppearance(entry, { kind, editors, honours, translationOf, links: [] });
  const mine = { ...appearance, editors: appearance.editors.map(printedForm) };
  const differences = listDifferences({ ...mine, kind }, theirs);
  return [...new Set(differences.map(({ field }) => field))].filter((field) => {
    const value = theirs[field];
    const isOwn =
      field === "honours" || WORK_KINDS[appearance.kind].ownFields?.some((own) => own === field);
    if (isOwn === true && value !== undefined && isAbsent(Reflect.get(mine, field))) {
      entry.draft.set([...path, field], value);
      Object.assign(appearance, { [field]: value });
      return true;
    }
    for (const difference of differences.filter(({ field: other }) => other === field))
      entry.remark("dropped", field, explainDifference(difference));
    return false;
  });
}

function addLinks(entry: DraftEntry, { work, appearance, path }: Place, form: FoundForm): boolean {
  const urls = new Set(work.appearances.flatMap(({ links }) => links.map(({ url }) => url)));
  const links = form.links.filter(({ url }) => !urls.has(url));
  for (const link of links) {
    entry.draft.insert([...path, "links"], appearance.links.length, link);
    appearance.links.push(link);
  }
  return links.length > 0;
}

/** Fills what an appearance of the record lacks; gives the names of what was added. */
export function fillForm(entry: DraftEntry, place: Place, form: FoundForm): string[] {
  const { status } = place.appearance;
  const added: string[] = FACTS.filter((fact) => {
    const theirs = form[fact];
    return theirs !== undefined && fillFact(entry, place, fact, theirs);
  });
  added.push(...fillPeople(entry, place, form));
  if (form.venue !== undefined && fillVenue(entry, place, form.venue)) added.push("venue");
  const stated = form.status ?? "published";
  if (stated !== status && form.kind !== "preprint")
    entry.remark(
      stated === "published" ? "to-do" : "dropped",
      "status",
      `the record says ${status}, the file ${stated}; ` +
        (stated === "published" ? "delete this line if it has appeared" : "the record stays"),
    );
  if (addLinks(entry, place, form)) added.push("links");
  return added;
}
