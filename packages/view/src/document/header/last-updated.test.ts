import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { lastUpdated, lastUpdatedDay } from "./last-updated.ts";

const TODAY = "2026-11-30";
const datesOf = (input: Partial<CvInput>, today?: string) => {
  const cv = Cv.parse({ profile: { name: "Ada Example" }, ...input });
  return [lastUpdated(cv, today), lastUpdatedDay(cv, today)];
};
type Appearances = NonNullable<CvInput["publications"]>[number]["appearances"];
const publications = (...appearances: Appearances) => [
  { id: "one", title: "One", authors: ["Ada Example"], appearances },
];
const figures: CvInput["figures"] = [
  { measure: "citations", value: 1, source: "An index", asOf: "2020-02" },
];

test("figures that were read say it, unless something happened later", () => {
  expect(datesOf({ figures, awards: [{ title: "Prize", date: "2020" }] })).toEqual([
    "2020-02",
    "2020-02-29",
  ]);
  expect(datesOf({ figures, awards: [{ title: "Prize", date: "2024" }] })).toEqual([
    "2024",
    "2024-01-01",
  ]);
});

test("figures say it against what was planned within a year of them, and not for ever", () => {
  const grants = [{ title: "G", funders: ["F"], period: { start: "2019", end: "2023-04" } }];
  expect(datesOf({ figures, grants, talks: [{ host: "H", date: "2020-09" }] }, TODAY)[0]).toBe(
    "2020-02",
  );
  expect(datesOf({ figures, grants, talks: [{ host: "H", date: "2022" }] }, TODAY)[0]).toBe(
    "2023-04",
  );
});

const institution = { name: "U" };

test.each<[string, Partial<CvInput>]>([
  [
    "the end of a post",
    {
      positions: [{ title: "E", institution, period: { start: "2020", end: "2024-02" } }],
      certificates: [{ title: "First aid", date: "2015-06", expires: "2030" }],
    },
  ],
  [
    "a degree",
    { education: [{ degree: "D", institution, period: { start: "2019", end: "2024-02" } }] },
  ],
  ["what goes on", { memberships: [{ body: "B", period: { start: "2024-02", end: "present" } }] }],
  [
    "a talk",
    {
      talks: [
        { host: "H", date: "2024-02" },
        { host: "Ahead", date: "2027" },
      ],
    },
  ],
  ["a course", { courses: [{ title: "C", institution: "U", date: "2024-02" }] }],
  [
    "a grant that goes on to a day ahead",
    { grants: [{ title: "G", funders: ["F"], period: { start: "2024-02", end: "2029" } }] },
  ],
  ["a work", { publications: publications({ kind: "book", date: "2024-02", status: "accepted" }) }],
])("by today every date counts: %s", (_what, input) => {
  expect(datesOf(input, TODAY)).toEqual(["2024-02", "2024-02-01"]);
});

test("a year of service counts from its first day", () =>
  expect(datesOf({ service: [{ year: "2026", kind: "editor", venues: ["J"] }] }, TODAY)[0]).toBe(
    "2026",
  ));

test("nothing that lies ahead of today counts, and what dates nothing has no date", () => {
  expect(
    datesOf(
      {
        awards: [{ title: "Prize to come", date: "2027" }],
        talks: [{ host: "H", date: "2026-12" }],
        positions: [{ title: "E", institution, period: { start: "2027", end: "2032" } }],
      },
      TODAY,
    ),
  ).toEqual([undefined, undefined]);
  expect(datesOf({ skills: [{ area: "A", skills: ["s"] }] }, TODAY)).toEqual([
    undefined,
    undefined,
  ]);
});

test("else the newest work, award or press item does, of which no day is claimed that may lie ahead", () => {
  expect(
    datesOf({
      publications: publications(
        { kind: "book", date: "2024" },
        { kind: "preprint", date: "2023-11" },
      ),
    }),
  ).toEqual(["2024", "2024-01-01"]);
  expect(
    datesOf({
      publications: publications({ kind: "book", date: "2023" }),
      awards: [{ title: "Prize", date: "2023-05" }],
    }),
  ).toEqual(["2023-05", "2023-05-01"]);
  expect(datesOf({ media: [{ title: "Hats", outlet: "Daily", date: "2022-03-04" }] })).toEqual([
    "2022-03-04",
    "2022-03-04",
  ]);
});

test("what may be announced ahead of its day does not", () => {
  const ahead = { date: "2031-01" };
  expect(
    datesOf({
      publications: publications(
        { kind: "book", ...ahead, status: "accepted" },
        { kind: "preprint", date: "2024-06" },
      ),
      talks: [{ host: "H", ...ahead }],
      positions: [
        { title: "Hatter", institution: { name: "U" }, period: { start: "2030", end: "2032" } },
      ],
    }),
  ).toEqual(["2024-06", "2024-06-01"]);
  expect(datesOf({ talks: [{ host: "H", ...ahead }] })).toEqual([undefined, undefined]);
});
