import { expect, test } from "vitest";
import { isDrawn } from "./drawn.ts";

test.each([..."aŁπЖ刘さ김מعक্তთሰ𝔸😀\u00ad\u200d\n\u00a0ﬁ"])("%j is drawn", (character) => {
  expect(isDrawn(character)).toBe(true);
});

test.each([..."ᚠ𓀀ܐ\ue000\u{10ffff}"])("%j is drawn by no face", (character) => {
  expect(isDrawn(character)).toBe(false);
});
