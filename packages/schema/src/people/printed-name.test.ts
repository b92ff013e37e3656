import { expect, test } from "vitest";
import { Cv } from "../cv.ts";
import { listPrintedNames } from "./printed-name.ts";

test("names are found wherever the schema of an entry has one, with their place", () => {
  const cv = Cv.parse({
    profile: { name: "A" },
    positions: [
      {
        title: "T",
        institution: { name: "I" },
        period: { start: "2020" },
        hosts: ["H"],
        supervisors: ["S", { name: "Z", title: "Prof." }],
      },
    ],
    references: [{ name: "R" }],
    publications: [
      {
        id: "w",
        title: "W",
        authors: ["A"],
        appearances: [
          { kind: "chapter", book: "B", editors: ["E"] },
          { kind: "translation", translationOf: { authors: ["O"] } },
        ],
      },
    ],
  });
  expect(listPrintedNames(cv).map(({ path, name }) => [path.join("."), name])).toEqual([
    ["positions.0.hosts.0", "H"],
    ["positions.0.supervisors.0", "S"],
    ["positions.0.supervisors.1", { name: "Z", title: "Prof." }],
    ["references.0.name", "R"],
    ["publications.0.authors.0", "A"],
    ["publications.0.appearances.0.editors.0", "E"],
    ["publications.0.appearances.1.translationOf.authors.0", "O"],
  ]);
});
