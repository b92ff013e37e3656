import { Appearance, type Work } from "@triptych/schema";
import type { FoundForm } from "../found/finding.ts";
import { composeAppearance, lacksVenue } from "./compose-form.ts";
import type { DraftEntry } from "./draft.ts";
import { fillForm } from "./fill-form.ts";
import { FACTS } from "../match/form-fact.ts";
import { couldBeSame, identifiersOf, isWaiting } from "../match/work-match.ts";

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
  if (exact >= 0) return exact;
  const alike = work.appearances.findIndex((known) => couldBeSame(known, form));
  return alike < 0 && lacksVenue(form) ? work.appearances.findIndex(isWaiting) : alike;
}

/** What a form that is not taken says, for the report. */
const listFacts = (form: FoundForm): string =>
  [
    ...FACTS.flatMap((fact) => (form[fact] === undefined ? [] : [`${fact} ${form[fact]}`])),
    ...(form.venue === undefined ? [] : [`venue ${form.venue.name}`]),
    ...form.links.map(({ url }) => url),
  ].join(", ") || "nothing more";

/**
 * Adds a form to a work: to the appearance it is, or as a new one. A published form comes before a
 * preprint, since the first is cited.
 */
export function mergeForm(entry: DraftEntry, work: Work, at: number, form: FoundForm): string[] {
  const found = findAppearance(work, form);
  const known = work.appearances[found];
  const path = ["publications", at, "appearances", found];
  if (known !== undefined) return fillForm(entry, { work, appearance: known, path }, form);
  // An identifier that another appearance of the work holds already names no further one.
  if (
    form.kind === "preprint" &&
    identifiersOf(form).some((id) => work.appearances.flatMap(identifiersOf).includes(id))
  )
    return [];
  const dropForm = (reason: string): string[] => {
    entry.remark("dropped", "appearance", `${reason}; it says: ${listFacts(form)}`);
    return [];
  };
  if (lacksVenue(form)) return dropForm(`a ${form.kind} needs a venue, and the entry names none`);
  const value = composeAppearance(entry, form);
  const appearance = Appearance.safeParse(value);
  if (!appearance.success) return dropForm(`as a ${form.kind} it does not fit the record`);
  const isFirst = form.kind !== "preprint" && work.appearances[0]?.kind === "preprint";
  const index = isFirst ? 0 : work.appearances.length;
  entry.draft.insert(["publications", at, "appearances"], index, value);
  work.appearances.splice(index, 0, appearance.data);
  return [form.kind];
}
