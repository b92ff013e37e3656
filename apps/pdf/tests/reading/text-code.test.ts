import { expect, test } from "vitest";
import { decodeString, decodeText, parseToUnicode } from "./text-code.ts";

test("reads single meanings, ranges and lists", () => {
  const map = parseToUnicode(
    "1 beginbfchar <0001> <00660069> endbfchar 2 beginbfrange <0002> <0004> <0061> <0005> <0006> [<d83dde00> <0020>] endbfrange",
  );
  expect(Object.fromEntries(map)).toEqual({ 1: "fi", 2: "a", 3: "b", 4: "c", 5: "😀", 6: " " });
});

test("decodes strings with escapes, and hexadecimal ones with an odd digit", () => {
  expect(decodeString(String.raw`(a\(b\)\\\101\n)`)).toBe("a(b)\\A\n");
  expect(decodeString("(one\\\ntwo)")).toBe("onetwo");
  expect(decodeString("<41 4 2 5>")).toBe("ABP");
});

test("shows a code without meaning", () => {
  expect(decodeText("<00010002>", { bytes: 2, meanings: new Map([[1, "x"]]) })).toBe("x\ufffd");
  expect(
    decodeText("(ab)", {
      bytes: 1,
      meanings: new Map([
        [97, "A"],
        [98, "B"],
      ]),
    }),
  ).toBe("AB");
});
