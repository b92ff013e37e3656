import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestWord } from "./nearest.ts";

const venues = ["icml", "iclr", "neurips", "ecml-pkdd"];

test.each([
  ["icmll", "icml"],
  ["nuerips", "neurips"],
  ["imcl", "icml"],
  ["NeurIPS", "neurips"],
  ["ecmlpkdd", "ecml-pkdd"],
  ["interspeech", undefined],
  ["", undefined],
  ["abcd", undefined],
])("%j was meant to be %j", (word, meant) => {
  expect(nearestWord(word, venues)).toBe(meant);
});

test("a known word is nearest to itself, whatever else is known", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), {
        minLength: 1,
        selector: (word) => word.toLowerCase(),
      }),
      (words) => words.every((word) => nearestWord(word, words) === word),
    ),
  );
});
