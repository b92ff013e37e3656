import { expect, test } from "vitest";
import { writeReport, writeTable } from "./report.ts";

const conditions = { date: "2026-01-02", cores: 2, load: 0.5, node: "24.0.0", quick: false };

test("a table has a head, a rule and its rows", () => {
  expect(writeTable(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |");
});

test("growth is given against the first build, and memory that could not be read is not given a number", () => {
  const text = writeReport({
    conditions,
    pages: [],
    builds: [
      { works: 61, seconds: 10, peakBytes: 0 },
      { works: 610, seconds: 25, peakBytes: 2e9 },
    ],
    crossed: [],
    undecided: [],
  });
  expect(text).toContain("| 61 | 10.0 | 1.00 | not known |");
  expect(text).toContain("| 610 | 25.0 | 2.50 | 2000 |");
  expect(text).toContain("No budget was crossed.");
});

test("what was crossed stands in the report", () => {
  expect(
    writeReport({
      conditions,
      pages: [],
      builds: [],
      crossed: ["/: 7 requests; at most 6"],
      undecided: ["/: 1 ms"],
    }),
  ).toContain("- crossed: /: 7 requests; at most 6\n- undecided: /: 1 ms");
});
