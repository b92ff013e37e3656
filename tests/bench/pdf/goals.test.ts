import { expect, test } from "vitest";
import { checkGoals } from "./goals.ts";
import type { Measured, Size } from "./pdf-report.ts";

const spent = (seconds: number) => ({ seconds, cpuSeconds: seconds });

const measure = (
  name: Measured["name"],
  coldSeconds: number,
  anew?: number,
  edited?: number,
): Measured => ({
  name,
  pages: 1,
  bytes: 1,
  coldSeconds,
  peakBytes: 500 * 2 ** 20,
  ...(anew === undefined ? {} : { anew: spent(anew) }),
  ...(edited === undefined ? {} : { edited: spent(edited) }),
});

const size = (works: number, ours: number, edited = 1): Size => ({
  works,
  coldRuns: 1,
  warmRuns: 1,
  measured: [
    measure("Triptych", 2, ours, edited),
    measure("Typst", 1, 1, 0.1),
    measure("Chromium", 2),
  ],
});

test("what is slower than the goals allow is missed, what is as slow is kept", () => {
  const goals = checkGoals([size(61, 2.5, 1), size(610, 2.6, 1.1)]);
  expect(goals.map(({ isKept }) => isKept)).toEqual([true, true, false, false, true, true]);
  expect(goals.slice(2, 4).map(({ found }) => found)).toEqual(["1.10 times", "2.60 times"]);
});

test("growth counts from the second size on, a publication", () => {
  const goals = checkGoals([size(61, 0.1), size(610, 1), size(6100, 15)]);
  expect(goals.at(-1)).toEqual({
    goal: "growth in proportion from 610 to 6100 publications",
    found: "1.50 times a publication",
    isKept: false,
  });
  expect(goals.at(-2)).toMatchObject({
    goal: "less than 600 MiB at 6100 publications",
    isKept: true,
  });
});
