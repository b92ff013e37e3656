import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeChart } from "./chart.ts";
import { composePublications } from "../works/publication.ts";

const cv = Cv.parse({
  profile: { name: "Ada Example" },
  publications: [
    {
      id: "a",
      title: "A",
      authors: ["Ada Example", "B"],
      appearances: [{ kind: "conference", date: "2019" }],
    },
    {
      id: "b",
      title: "B",
      authors: ["B", "Ada Example"],
      appearances: [{ kind: "conference", date: "2021" }],
    },
    {
      id: "c",
      title: "C",
      authors: ["B", "Ada Example"],
      appearances: [{ kind: "preprint", status: "under-review" }],
    },
    { id: "d", title: "D", authors: ["Ada Example"], appearances: [{ kind: "journal" }] },
  ],
});

test("a column for every year, those without works too, and columns of their own for works without a year", () => {
  const chart = composeChart(composePublications(cv, en), en);
  expect(
    chart.columns.map((column) => [
      column.label,
      column.dots.map((dot) => `${dot.id} ${dot.mark}`),
    ]),
  ).toEqual([
    ["2019", ["a first"]],
    ["2020", []],
    ["2021", ["b coauthor"]],
    ["Undated", ["d first"]],
    ["Under review", ["c pending"]],
  ]);
  expect(chart.columns[0]?.name).toBe("2019: 1 paper");
  expect(chart.title).toBe("4 papers by year");
  expect(chart.summary).toBe("2019: 1, 2021: 1, Undated: 1, Under review: 1");
});

test("no works make an empty chart", () => {
  expect(composeChart([], en)).toEqual({
    title: "0 papers by year",
    columns: [],
    summary: "",
    legend: [],
  });
});

test("a column lists its works, and says how many it leaves out", () => {
  const many = Cv.parse({
    profile: { name: "Ada Example" },
    publications: Array.from({ length: 27 }, (_, index) => ({
      id: `w${index}`,
      title: `Work ${index}`,
      authors: ["Ada Example"],
      appearances: [{ kind: "journal", date: index === 0 ? "2019" : "2020" }],
    })),
  });
  const [first, second] = composeChart(composePublications(many, en), en).columns;
  expect(first?.worksText).toBe("Work 0");
  expect(second?.worksText.split("\n")).toHaveLength(26);
  expect(second?.worksText).toMatch(/^Work 1\nWork 2\n.*\nand 1 more$/s);
});
