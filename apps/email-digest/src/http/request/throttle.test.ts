import { expect, test } from "vitest";
import { createThrottle } from "./throttle.ts";

const now = new Date("2026-01-01T12:00:00Z");

test("each network has so many a minute, and a new minute begins anew", () => {
  const lets = createThrottle(2);
  expect([1, 2, 3].map(() => lets("a", now))).toEqual([true, true, false]);
  expect(lets("b", now)).toBe(true);
  expect(lets("a", new Date(now.getTime() + 60_000))).toBe(true);
});

test("a flood from many networks shares what is left, and those known before keep theirs", () => {
  const lets = createThrottle(2);
  expect(lets("known", now)).toBe(true);
  for (let index = 0; index < 20_000; index += 1) lets(`n${index}`, now);
  expect(lets("new", now)).toBe(false);
  expect(lets("known", now)).toBe(true);
});
