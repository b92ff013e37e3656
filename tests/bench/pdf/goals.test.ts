import { expect, test } from "vitest";
import { checkGoals } from "./goals.ts";
import type { Measured, Size } from "./pdf-report.ts";

const measure = (name: Measured["name"], coldSeconds: number, warmSeconds?: number): Measured => ({
  name,
  pages: 1,
  bytes: 1,
  coldSeconds,
  peakBytes: 500 * 2 ** 20,
  ...(warmSeconds === undefined ? {} : { warmSeconds }),
});

const size = (works: number, ours: number): Size => ({
  works,
  coldRuns: 1,
  warmRuns: 1,
  measured: [measure("Triptych", 2, ours), measure("Typst", 1, 1), measure("Chromium", 2)],
});

test("what is slower than the goals allow is missed, what is as slow is kept", () => {
  const goals = checkGoals([size(61, 1.5), size(610, 1.6)]);
  expect(goals.map(({ isKept }) => isKept)).toEqual([true, false, true, true]);
  expect(goals[1]?.found).toBe("1.60 times");
});

test("growth counts from the second size on, a publication", () => {
  const goals = checkGoals([size(61, 0.1), size(610, 1), size(6100, 15)]);
  expect(goals.at(-1)).toEqual({ goal: "growth in proportion from 610 to 6100 publications", found: "1.50 times a publication", isKept: false });
  expect(goals.at(-2)).toMatchObject({ goal: "less than 600 MiB at 6100 publications", isKept: true });
});
