import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { readBibtex } from "../bibtex/read-bibtex.ts";
import { readIdentifiers } from "../identifiers/read-identifiers.ts";
import { planMerge, type SourcedReading } from "./plan-merge.ts";

const NOTHING = { marks: new Map(), aliases: [] };
const recordOf = (input: Omit<CvInput, "profile">) =>
  Cv.parse({ profile: { name: "Ada Testwell" }, ...input });
const file = (text: string): SourcedReading[] => [{ file: "a.bib", reading: readBibtex(text) }];
const entry = (key: string, fields: string) =>
  `@article{${key}, author = {Testwell, Ada}, journal = {Journal X}, year = 2024, ${fields}}`;

test.each<[string, CvInput["refused"], string]>([
  ["its DOI, whatever its case", [{ doi: "10.5555/AB.c" }], "doi = {10.5555/ab.C}"],
  ["its DOI as an address", [{ doi: "10.5555/x" }], "url = {https://doi.org/10.5555/x}"],
  ["arXiv's own DOI", [{ arxiv: "2401.00001" }], "doi = {10.48550/arXiv.2401.00001}"],
  [
    "another version",
    [{ arxiv: "2401.00001v2" }],
    "eprint = {2401.00001v1}, archiveprefix = {arXiv}",
  ],
  ["its title, where it has no identifier", [{ title: "Caf\u00e9: A Study" }], "doi = {10.5555/y}"],
])("a refused work is known by %s", (_, refused, fields) => {
  const title = "title = {{CAFE} -- a study!}";
  const cv = recordOf({
    refused: refused?.map((work) => ({ date: "2026-11", reason: "a namesake", ...work })),
  });
  const plan = planMerge(cv, file(entry("theirs", `${title}, ${fields}`)), NOTHING);
  expect(plan.edits).toEqual([]);
  expect(plan.remarks).toMatchObject([
    { kind: "left-out", key: "theirs", reason: "you have refused it (2026-11): a namesake" },
  ]);
});

test("a title is shared by works with other identifiers", () => {
  const cv = recordOf({ refused: [{ doi: "10.5555/theirs", title: "Report" }] });
  const plan = planMerge(
    cv,
    file(entry("mine", "title = {Report}, doi = {10.5555/mine}")),
    NOTHING,
  );
  expect(plan.outcomes).toMatchObject([{ kind: "added", key: "mine" }]);
});

test.each([
  ["a source without identifiers", ""],
  ["its preprint", "eprint = {2401.00001}, archiveprefix = {arXiv}"],
])("a work refused by DOI and title is known from %s", (_, fields) => {
  const cv = recordOf({ refused: [{ doi: "10.5555/theirs", title: "Report" }] });
  const plan = planMerge(cv, file(entry("theirs", `title = {Report}, ${fields}`)), NOTHING);
  expect(plan.edits).toEqual([]);
});

test("an identifier alone is not even looked up", () => {
  const cv = recordOf({ refused: [{ doi: "10.5555/theirs" }] });
  const reading = readIdentifiers("10.5555/theirs\n10.5555/mine\n");
  const plan = planMerge(cv, [{ file: "ids.txt", reading }], NOTHING);
  expect(plan.pointers.map(({ id }) => id.value)).toEqual(["10.5555/mine"]);
  expect(plan.remarks).toMatchObject([{ kind: "left-out", reason: "you have refused it" }]);
});

const works = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `work-${index}`,
    title: `Work ${index}`,
    authors: ["Ada Testwell", "Ben Other"],
    appearances: [{ kind: "journal" as const, venue: "jx", date: "2020" }],
  }));
const venues = [{ id: "jx", name: "Journal X", kind: "journal" as const }];
const strange = (fields: string) =>
  file(`@article{new, title = {New}, year = 2024, doi = {10.5555/new}, ${fields}}`);
const doubts = (count: number, fields: string, isAttributed = true) =>
  planMerge(recordOf({ publications: works(count), venues }), strange(fields), {
    ...NOTHING,
    isAttributed,
  }).remarks.filter(({ field }) => field === "authors");

test("what a service gives to a namesake is doubted, with what to write", () => {
  const fields = "author = {Testwell, Ada and Nobody, Zed}, journal = {Annals of Elsewhere}";
  expect(doubts(8, fields)).toMatchObject([
    {
      kind: "to-do",
      reason: expect.stringContaining("refused: [{ doi: 10.5555/new, reason: not mine }]"),
    },
  ]);
  expect(doubts(7, fields)).toEqual([]);
  expect(doubts(8, fields, false)).toEqual([]);
});

test.each([
  "author = {Testwell, Ada and Other, B.}, journal = {Annals of Elsewhere}",
  "author = {Testwell, Ada and Nobody, Zed}, journal = {Journal X}",
  "author = {Testwell, Ada}, journal = {Annals of Elsewhere}",
])("a co-author, a venue of the record, or nobody else: %s", (fields) => {
  expect(doubts(8, fields)).toEqual([]);
});
