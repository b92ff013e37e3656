import { expect, test } from "vitest";
import { writeToUnicode } from "./to-unicode.ts";

test("each code has a line of its own, several characters and those beyond FFFF as UTF-16", () => {
  const map = writeToUnicode([[0], [0x61], undefined, [0x66, 0x69], [0xd835, 0xdd38]]);
  expect(map).toContain(
    [
      "4 beginbfchar",
      "<0000> <0000>",
      "<0001> <0061>",
      "<0003> <00660069>",
      "<0004> <d835dd38>",
    ].join("\n"),
  );
  expect(map).not.toContain("bfrange");
});

test("no section has more than a hundred lines", () => {
  const map = writeToUnicode(Array.from({ length: 250 }, (_, code) => [code + 1]));
  expect([...map.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => count)).toEqual([
    "100",
    "100",
    "50",
  ]);
});
