import { checkReference, type CrossFault, type Path, suggestNearest } from "./cross-fault.ts";
import type { Cv } from "../cv.ts";
import { type PrintedName, printedForm } from "../entry/person.ts";
import { createRoster, type Roster } from "../people/roster.ts";
import type { Appearance, Work } from "../work/work.ts";
import { AppearanceKind, WORK_KINDS } from "../work-kind.ts";

const isGiven = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);

/** Fields that belong to another kind. */
const checkOwnFields = (appearance: Appearance, path: Path): CrossFault[] =>
  AppearanceKind.options
    .filter((kind) => kind !== appearance.kind)
    .flatMap((kind) =>
      (WORK_KINDS[kind].ownFields ?? [])
        .filter((field) => isGiven(appearance[field]))
        .map((field) => ({
          path: [...path, field],
          message: `only an appearance of kind ${kind} has one; this is a ${appearance.kind}`,
        })),
    );

function checkAppearance(
  appearance: Appearance,
  path: Path,
  venueIds: readonly string[],
): CrossFault[] {
  const { kind, venue, status } = appearance;
  const { needs, needsVenue } = WORK_KINDS[kind];
  const lacks = [
    ...(venue === undefined && needsVenue && status !== "under-review"
      ? [`a ${kind} that is not under review needs a venue`]
      : []),
    ...(needs !== undefined &&
    !isGiven(appearance[needs.field]) &&
    !(needs.orVenue && venue !== undefined)
      ? [`a ${kind} appearance needs ${needs.name}`]
      : []),
  ];
  return [
    ...(venue === undefined ? [] : checkReference([...path, "venue"], "venues", venue, venueIds)),
    ...lacks.map((message) => ({ path, message })),
    ...checkOwnFields(appearance, path),
  ];
}

/**
 * One key for each person however the name is printed, so that an author under two forms is found.
 */
function identityOf(name: PrintedName, roster: Roster): string {
  const resolved = roster.resolve(name);
  if (resolved.kind === "stranger") return `name ${resolved.name}`;
  return resolved.kind === "owner" ? "owner" : `person ${resolved.person.id}`;
}

function checkAuthors(work: Work, path: Path, roster: Roster, cv: Cv): CrossFault[] {
  const identities = work.authors.map((author) => identityOf(author, roster));
  const repeated = work.authors.flatMap((author, index): CrossFault[] => {
    const first = work.authors[identities.indexOf(identities[index] ?? "")];
    if (first === undefined || identities.indexOf(identities[index] ?? "") === index) return [];
    const form = printedForm(author);
    const message =
      printedForm(first) === form
        ? `"${form}" is listed twice; two people of one name go into people, each with an id ` +
          "for person:"
        : `"${form}" is listed already, as "${printedForm(first)}"`;
    return [{ path: [...path, "authors", index], message }];
  });
  if (identities.includes("owner")) return repeated;
  const message =
    `${cv.profile.name} is not among the authors; write the name as in the profile, or add the ` +
    "printed form to profile.aliases";
  return [{ path: [...path, "authors"], about: "profile", message }, ...repeated];
}

function checkEqualContribution(work: Work, path: Path): CrossFault[] {
  const forms = work.authors.map(printedForm);
  return work.equalContribution.flatMap((group, at) =>
    group.flatMap((name, index): CrossFault[] => {
      if (forms.includes(name)) return [];
      const message =
        `"${name}" is not printed among the authors of this ` +
        `work${suggestNearest(name, forms)}`;
      return [{ path: [...path, "equalContribution", at, index], message }];
    }),
  );
}

/**
 * Faults of publications: venues, workshops, the owner among the authors, each author once, groups
 * of equal contribution.
 */
export function checkWorks(cv: Cv): CrossFault[] {
  const roster = createRoster(cv);
  const venueIds = cv.venues.map((venue) => venue.id);
  return cv.publications.flatMap((work, index) => {
    const path = ["publications", index];
    return [
      ...checkAuthors(work, path, roster, cv),
      ...checkEqualContribution(work, path),
      ...work.appearances.flatMap((appearance, at) =>
        checkAppearance(appearance, [...path, "appearances", at], venueIds),
      ),
    ];
  });
}
