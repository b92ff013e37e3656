import fc from "fast-check";
import { expect, test } from "vitest";
import { splitWord } from "./word-pieces.ts";

const longerThan = (length: number) => splitWord((word) => word.length > length);

test("a word that fits stays whole", () => {
  expect(longerThan(10)("abcdefghij")).toEqual(["abcdefghij"]);
  expect(longerThan(10)(" ")).toEqual([" "]);
});

test("a wider one may break between letters, but not inside what is joined or marked", () => {
  expect(longerThan(3)("abcd")).toEqual(["a", "", "b", "", "c", "", "d"]);
  expect(longerThan(3)("office")).toEqual(["o", "", "ffi", "", "c", "", "e"]);
  expect(longerThan(3)("q\u0303xTf")).toEqual(["q\u0303", "", "x", "", "Tf"]);
});

test("what is joined of words that fit breaks between these and nowhere else", () => {
  expect(longerThan(10)("ada.sample@student.example.org")).toEqual([
    "ada.",
    "",
    "sample@",
    "",
    "student.",
    "",
    "example.",
    "",
    "org",
  ]);
  expect(longerThan(8)("Müller-Lüdenscheidt")).toEqual([
    "Müller-",
    ...[..."Lüdenscheid"].flatMap((letter) => ["", letter]),
    "",
    "t",
  ]);
});

test("nothing is added or lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (word) => {
      expect(longerThan(5)(word).join("")).toBe(word);
    }),
  );
});
