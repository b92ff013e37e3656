import fc from "fast-check";
import { expect, test } from "vitest";
import { splitWord } from "./word-pieces.ts";

test("a word that fits stays whole", () => {
  expect(splitWord(10)("abcdefghij")).toEqual(["abcdefghij"]);
  expect(splitWord(10)(" ")).toEqual([" "]);
});

test("a longer one may break between letters, but not inside what is joined or marked", () => {
  expect(splitWord(3)("ab/c")).toEqual(["a", "", "b", "", "/", "", "c"]);
  expect(splitWord(3)("office")).toEqual(["o", "", "ffi", "", "c", "", "e"]);
  expect(splitWord(3)("q\u0303xTf")).toEqual(["q\u0303", "", "x", "", "Tf"]);
});

test("nothing is added or lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (word) => {
      expect(splitWord(5)(word).join("")).toBe(word);
    }),
  );
});
