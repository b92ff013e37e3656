import type { Cv } from "./cv.ts";
import type { PrintedName } from "./person.ts";

/** A printed name and where it stands in the record. */
export interface PlacedName {
  path: (string | number)[];
  name: PrintedName;
}

/** Every printed name of the record, list by list. */
export function listPrintedNames(cv: Cv): PlacedName[] {
  const place = (path: (string | number)[], names: readonly PrintedName[]) =>
    names.map((name, index): PlacedName => ({ path: [...path, index], name }));
  return [
    ...cv.education.flatMap(({ supervisors }, index) =>
      place(["education", index, "supervisors"], supervisors),
    ),
    ...cv.positions.flatMap(({ hosts, supervisors }, index) => [
      ...place(["positions", index, "hosts"], hosts),
      ...place(["positions", index, "supervisors"], supervisors),
    ]),
    ...cv.grants.flatMap(({ coInvestigators }, index) =>
      place(["grants", index, "coInvestigators"], coInvestigators),
    ),
    ...cv.talks.flatMap(({ organisers }, index) =>
      place(["talks", index, "organisers"], organisers),
    ),
    ...cv.mentees.flatMap(({ names }, index) => place(["mentees", index, "names"], names)),
    ...cv.exhibitions.flatMap(({ partners }, index) =>
      place(["exhibitions", index, "partners"], partners),
    ),
    ...cv.references.map(({ name }, index): PlacedName => ({
      path: ["references", index, "name"],
      name,
    })),
    ...cv.publications.flatMap(({ authors, appearances }, index) => [
      ...place(["publications", index, "authors"], authors),
      ...appearances.flatMap(({ editors, translationOf }, at) => [
        ...place(["publications", index, "appearances", at, "editors"], editors),
        ...place(
          ["publications", index, "appearances", at, "translationOf", "authors"],
          translationOf?.authors ?? [],
        ),
      ]),
    ]),
  ];
}
