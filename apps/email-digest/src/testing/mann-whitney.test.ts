import { expect, test } from "vitest";
import { FAR, rankDistance } from "./mann-whitney.ts";

test("ranks of the same sample do not differ, and those of shifted ones do", () => {
  const sample = Array.from({ length: 200 }, (_, index) => (index * 7919) % 211);
  expect(rankDistance(sample, sample)).toBeCloseTo(0);
  const shifted = sample.map((value) => value + 60);
  expect(rankDistance(shifted, sample)).toBeGreaterThan(FAR);
  expect(rankDistance(sample, shifted)).toBeCloseTo(-rankDistance(shifted, sample));
  expect(rankDistance([1, 2], [3, 4])).toBeCloseTo(-1.549, 3);
});
