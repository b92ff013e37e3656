import { expect, test } from "vitest";
import { isDue } from "./frequency.ts";

test.each([
  ["every", "2026-01-01T09:00:00Z", "2026-01-01T09:00:01Z", true],
  ["quarterly", "2026-01-01T09:00:00Z", "2026-03-31T23:59:59Z", false],
  ["quarterly", "2026-03-31T09:00:00Z", "2026-04-01T00:00:00Z", true],
  ["quarterly", "2025-02-01T09:00:00Z", "2026-02-01T09:00:00Z", true],
  ["yearly", "2026-01-01T09:00:00Z", "2026-12-31T23:59:59Z", false],
  ["yearly", "2026-12-31T09:00:00Z", "2027-01-01T00:00:00Z", true],
] as const)("%s, told at %s: at %s due is %s", (frequency, toldAt, now, due) => {
  expect(isDue(frequency, new Date(toldAt), new Date(now))).toBe(due);
});
