import { expect, test } from "vitest";
import { fillOutline } from "./glyph-path.ts";

test("an outline is filled in its place, and turned to a page that runs downwards", () => {
  expect(fillOutline("M0,0L100,0L100,50Z", { x: 10, y: 2, scale: 0.01 })).toBe(
    "10 -2 m 11 -2 l 11 -2.5 l h f",
  );
});

test("curves of the second degree become curves of the third", () => {
  expect(fillOutline("M0,0Q30,60 60,0Z", { x: 0, y: 0, scale: 1 })).toBe(
    "0 0 m 20 -40 40 -40 60 0 c h f",
  );
  expect(fillOutline("M0,0C1,2 3,4 5,6Z", { x: 0, y: 0, scale: 1 })).toBe(
    "0 0 m 1 -2 3 -4 5 -6 c h f",
  );
});
