import { expect, test } from "vitest";
import { judge, listCrossed } from "./budget.ts";
import { writeLoopReport } from "./loop-report.ts";

const rows = [
  judge({ what: "publishing", unit: "s", values: [7, 30, 7.9], limit: 8 }),
  judge({ what: "an edit", unit: "ms", values: [400, 620, 510], limit: 500 }),
  judge({ what: "processor time", unit: "s", values: [12] }),
];

test("the middle of the tries is held against the budget", () => {
  expect(rows.map(({ median, isKept }) => [median, isKept])).toEqual([
    [7.9, true],
    [510, false],
    [12, true],
  ]);
  expect(listCrossed(rows)).toEqual(["an edit: 510 ms; at most 500 ms"]);
});

test("the report shows every value", () => {
  const report = writeLoopReport(
    { date: "2026-11-30", cores: 2, load: 0.1, node: "24.21.0", works: 61, quick: true },
    rows,
  );
  expect(report).toContain("| publishing | 7.9 s | 8 s | 7.0, 30.0, 7.9 |");
  expect(report).toContain("| an edit | 510 ms | 500 ms, crossed | 400, 620, 510 |");
  expect(report).toContain("| processor time | 12.0 s | - | 12.0 |");
});
