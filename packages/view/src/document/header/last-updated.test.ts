import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { lastUpdated, lastUpdatedDay } from "./last-updated.ts";

const datesOf = (input: Partial<CvInput>) => {
  const cv = Cv.parse({ profile: { name: "Ada Example" }, ...input });
  return [lastUpdated(cv), lastUpdatedDay(cv)];
};
type Appearances = NonNullable<CvInput["publications"]>[number]["appearances"];
const publications = (...appearances: Appearances) => [
  { id: "one", title: "One", authors: ["Ada Example"], appearances },
];
const figures: CvInput["figures"] = [
  { measure: "citations", value: 1, source: "An index", asOf: "2020-02" },
];

test("figures that were read say it, whatever else is dated", () => {
  expect(datesOf({ figures, awards: [{ title: "Prize", date: "2024" }] })).toEqual([
    "2020-02",
    "2020-02-29",
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
