import { expect, test } from "vitest";
import type { LaidOutRun } from "./reading-lines.ts";
import { listTextRuns } from "./text-run.ts";

const glyph = { codePoints: [0x61] };
const run = (start: number, end: number, bidiLevel: number) => ({
  start,
  end,
  glyphs: Array.from({ length: end - start }, () => glyph),
  positions: [],
  attributes: { bidiLevel, font: [{}] },
});

const line = (string: string, ...runs: LaidOutRun[]) => ({ string, runs, box: { x: 0 } });

test("runs from right to left are read from their end, their brackets the right way round", () => {
  const lines = [line("ab (3 אב(", run(0, 3, 0), run(3, 5, 2), run(5, 9, 1))];
  expect(listTextRuns(lines)).toEqual([
    { length: 3, text: "ab ", isReversed: false, linkWords: "" },
    { length: 2, text: "(3", isReversed: false, linkWords: "" },
    { length: 4, text: ")בא ", isReversed: true, linkWords: "" },
  ]);
});

test("every run of a link knows the words of the whole, over fonts and lines", () => {
  const linked = (start: number, end: number, link: string) => {
    const plain = run(start, end, 0);
    return { ...plain, attributes: { ...plain.attributes, link } };
  };
  const lines = [
    line("At “帽子", run(0, 3, 0), linked(3, 4, "a"), linked(4, 6, "a")),
    line("”, 12th", linked(0, 1, "a"), run(1, 3, 0), linked(3, 5, "b"), linked(5, 7, "b")),
  ];
  expect(listTextRuns(lines).map(({ linkWords }) => linkWords)).toEqual([
    "",
    "“帽子”",
    "“帽子”",
    "“帽子”",
    "",
    "12th",
    "12th",
  ]);
});

test("a run whose glyphs stand for fewer characters than it has is refused", () => {
  expect(() => listTextRuns([line("abcd", { ...run(0, 3, 0), end: 4 })])).toThrow("another number");
});
