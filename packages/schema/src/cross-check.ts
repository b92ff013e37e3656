import type { Cv } from "./cv.ts";
import { nearestWord } from "./nearest.ts";
import { comparePartialDates, type Period } from "./partial-date.ts";
import { type PrintedName, printedForm } from "./person.ts";
import { createRoster, type Roster } from "./roster.ts";
import type { Appearance, Work } from "./work.ts";

type Path = (string | number)[];

/** A fault between parts of the record that are right each on their own. `about` names the list whose ids were looked up. */
export interface CrossFault {
  path: Path;
  message: string;
  about?: "people" | "venues" | "publications";
}

type IdList = "publications" | "people" | "venues" | "variants";

function repeatedIds(cv: Cv): CrossFault[] {
  const lists: IdList[] = ["publications", "people", "venues", "variants"];
  return lists.flatMap((list) => {
    const seen = new Set(list === "people" ? [cv.profile.id] : []);
    return cv[list].flatMap(({ id }, index): CrossFault[] => {
      if (seen.has(id)) return [{ path: [list, index, "id"], message: `"${id}" is used twice; an id stands for one thing only` }];
      seen.add(id);
      return [];
    });
  });
}

function sharedNames(cv: Cv): CrossFault[] {
  const holders = new Map([cv.profile.name, ...cv.profile.aliases].map((form) => [form, cv.profile.id]));
  return cv.people.flatMap((person, index) =>
    [person.name, ...person.aliases].flatMap((form): CrossFault[] => {
      const holder = holders.get(form);
      holders.set(form, person.id);
      if (holder === undefined || holder === person.id) return [];
      return [{ path: ["people", index], message: `the name "${form}" also belongs to ${holder}; where it stands in a list, write { name: ${form}, person: ${person.id} }` }];
    }),
  );
}

function unknownId(path: Path, about: NonNullable<CrossFault["about"]>, id: string, known: readonly string[]): CrossFault[] {
  if (known.includes(id)) return [];
  const near = nearestWord(id, known);
  return [{ path, about, message: `"${id}" is not an id in ${about}${near === undefined ? "" : `; did you mean ${near}?`}` }];
}

function appearanceFaults(appearance: Appearance, path: Path, venueIds: readonly string[]): CrossFault[] {
  const { kind, venue, workshop, status } = appearance;
  const needsVenue = kind !== "preprint" && status !== "under-review";
  return [
    ...(venue === undefined ? [] : unknownId([...path, "venue"], "venues", venue, venueIds)),
    ...(venue === undefined && needsVenue ? [{ path, message: `a ${kind} that is not under review needs a venue` }] : []),
    ...(kind === "workshop" && workshop === undefined ? [{ path, message: "a workshop appearance needs the name of the workshop" }] : []),
    ...(kind !== "workshop" && workshop !== undefined ? [{ path: [...path, "workshop"], message: `only an appearance of kind workshop has one; this is a ${kind}` }] : []),
  ];
}

function nameFault(name: PrintedName, path: Path, ids: readonly string[]): CrossFault[] {
  return typeof name === "string" || name.person === undefined ? [] : unknownId([...path, "person"], "people", name.person, ids);
}

function authorFaults(work: Work, path: Path, roster: Roster, cv: Cv): CrossFault[] {
  const ids = [cv.profile.id, ...cv.people.map((person) => person.id)];
  const forms = work.authors.map(printedForm);
  const owners = work.authors.filter((author) => roster.isOwner(author));
  return [
    ...work.authors.flatMap((author, index) => nameFault(author, [...path, "authors", index], ids)),
    ...(owners.length === 0 ? [{ path: [...path, "authors"], message: `${cv.profile.name} is not among the authors; write the name as in the profile, or add the printed form to profile.aliases` }] : []),
    ...forms.flatMap((form, index) => (forms.indexOf(form) < index && typeof work.authors[index] === "string" ? [{ path: [...path, "authors", index], message: `"${form}" is listed twice` }] : [])),
    ...work.equalContribution.flatMap((group, at) =>
      group.flatMap((name, index) => (forms.includes(name) ? [] : [{ path: [...path, "equalContribution", at, index], message: `"${name}" is not among the authors of this work` }])),
    ),
  ];
}

function workFaults(cv: Cv): CrossFault[] {
  const roster = createRoster(cv);
  const venueIds = cv.venues.map((venue) => venue.id);
  return cv.publications.flatMap((work, index) => {
    const path = ["publications", index];
    return [
      ...authorFaults(work, path, roster, cv),
      ...work.appearances.flatMap((appearance, at) => appearanceFaults(appearance, [...path, "appearances", at], venueIds)),
    ];
  });
}

function periodFaults(cv: Cv): CrossFault[] {
  const lists = ["education", "positions", "grants", "mentees"] as const;
  return lists.flatMap((list) =>
    cv[list].flatMap(({ period }: { period: Period }, index): CrossFault[] => {
      const { start, end } = period;
      if (end === undefined || end === "present" || comparePartialDates(start, end) <= 0) return [];
      return [{ path: [list, index, "period"], message: `ends (${end}) before it starts (${start})` }];
    }),
  );
}

function variantFaults(cv: Cv): CrossFault[] {
  const workIds = cv.publications.map((work) => work.id);
  return cv.variants.flatMap((variant, index) => [
    ...(variant.works?.ids ?? []).flatMap((id, at) => unknownId(["variants", index, "works", "ids", at], "publications", id, workIds)),
    ...(variant.since !== undefined && variant.until !== undefined && comparePartialDates(variant.since, variant.until) > 0
      ? [{ path: ["variants", index, "until"], message: `${variant.until} is before since (${variant.since})` }]
      : []),
  ]);
}

function entryFaults(cv: Cv): CrossFault[] {
  const talks = cv.talks.flatMap((talk, index) =>
    talk.title === undefined && talk.series === undefined && talk.host === undefined ? [{ path: ["talks", index], message: "a talk needs a title, a series or a host" }] : [],
  );
  const totals = cv.figures.flatMap((figure, index) =>
    figure.measure === "grants-total" && figure.currency === undefined ? [{ path: ["figures", index], message: "grants-total needs a currency, such as USD" }] : [],
  );
  return [...talks, ...totals];
}

/** Everything that is wrong between the parts of a record whose parts are valid. */
export function crossCheck(cv: Cv): CrossFault[] {
  return [...repeatedIds(cv), ...sharedNames(cv), ...workFaults(cv), ...periodFaults(cv), ...variantFaults(cv), ...entryFaults(cv)];
}
