import {
  type Cv,
  createRoster,
  listPrintedNames,
  mapPrintedNames,
  type Person,
  type PrintedName,
  printedForm,
} from "@triptych/schema";

/** An id of the record and a form under which its owner or a person is printed. */
interface PrintedPerson {
  id: string;
  form: string;
}

/** Whom the record prints, each time it does; names of nobody it lists are left out. */
export function listPrintedPeople(cv: Cv): PrintedPerson[] {
  const roster = createRoster(cv);
  return listPrintedNames(cv).flatMap(({ name }) => {
    const resolved = roster.resolve(name);
    return resolved.kind === "person" ? [{ id: resolved.person.id, form: printedForm(name) }] : [];
  });
}

/**
 * Names that are found by an alias say by their id whose they are, so that they are still found
 * once the aliases are gone.
 * @param names what each person is called in the record that is handed out, by id
 */
function bindNames(cv: Cv, names: ReadonlyMap<string, string>): Cv {
  const roster = createRoster(cv);
  return mapPrintedNames(cv, (name): PrintedName => {
    const resolved = roster.resolve(name);
    if (resolved.kind === "stranger") return name;
    const person = resolved.kind === "owner" ? cv.profile.id : resolved.person.id;
    const form = printedForm(name);
    if (form === names.get(person)) return name;
    return typeof name === "string" ? { name, person } : { ...name, person };
  });
}

/**
 * Without what serves to recognise people and works only, and without people and venues of no use.
 */
export function withoutMatching(cv: Cv, people: readonly Person[]): Cv {
  const names = new Map([cv.profile, ...people].map(({ id, name }) => [id, name]));
  const bound = bindNames(cv, names);
  const used = new Set(
    cv.publications.flatMap(({ appearances }) => appearances.map(({ venue }) => venue)),
  );
  return {
    ...bound,
    profile: { ...bound.profile, aliases: [] },
    people: people.map((person) => ({ ...person, aliases: [] })),
    venues: bound.venues.filter(({ id }) => used.has(id)),
    publications: bound.publications.map(({ citations: _citations, ...work }) => work),
    refused: [],
  };
}

/**
 * The record as it is handed to everybody: without the aliases, by which people are recognised and
 * nothing more, of the digest with its rhythm and place alone, without counts of citations, which
 * nothing shows, and without people and venues that occur nowhere.
 */
export function publishedRecord(cv: Cv): Cv {
  const printed = new Set(listPrintedPeople(cv).map(({ id }) => id));
  const { digest, ...settings } = cv.settings;
  return {
    ...withoutMatching(
      cv,
      cv.people.filter(({ id }) => printed.has(id)),
    ),
    settings: {
      ...settings,
      ...(digest === undefined
        ? {}
        : {
            digest: {
              schedule: digest.schedule,
              timeZone: digest.timeZone,
              ...(digest.service === undefined ? {} : { service: digest.service }),
            },
          }),
    },
  };
}
