import { expect, test } from "vitest";
import type { LaidOutRun } from "./reading-lines.ts";
import { listTextRuns } from "./text-run.ts";

const AT = { left: 60, top: 150 };
const glyph = { id: 1, advanceWidth: 500, codePoints: [0x61], parts: [], isHidden: false };
const run = (start: number, end: number, bidiLevel: number) => ({
  start,
  end,
  glyphs: Array.from({ length: end - start }, () => glyph),
  positions: [],
  xAdvance: (end - start) * 5,
  attributes: { bidiLevel, font: ["Face"] },
});
const block = (...lines: [string: string, ...runs: LaidOutRun[]][]) => ({
  type: "TEXT",
  box: { left: 40, top: 50, width: 50, height: 30 },
  lines: lines.map(([string, ...runs], index) => ({
    string,
    runs,
    box: { x: 0, y: 7 + index * 12 },
    ascent: 9,
  })),
});

test("runs are placed by their lines; from right to left, they are read from their end", () => {
  const runs = listTextRuns(
    block(["ab ", run(0, 3, 0)], ["(3 אב(", run(0, 1, 0), run(1, 2, 2), run(2, 6, 1)]),
    AT,
  );
  expect(runs.map(({ text, isReversed, x, y }) => [text, isReversed, x, y])).toEqual([
    ["ab ", false, 100, 209],
    ["(", false, 100, 221],
    [")בא ", true, 110, 221],
    ["3", false, 105, 221],
  ]);
});

test("every run of a link knows the words of the whole, over fonts and lines", () => {
  const linked = (start: number, end: number, link: string) => {
    const plain = run(start, end, 0);
    return { ...plain, attributes: { ...plain.attributes, link } };
  };
  const text = block(
    ["At “帽子", run(0, 3, 0), linked(3, 4, "a"), linked(4, 6, "a")],
    ["”, 12th", linked(0, 1, "a"), run(1, 3, 0), linked(3, 5, "b"), linked(5, 7, "b")],
  );
  expect(listTextRuns(text, AT).map(({ linkWords }) => linkWords)).toEqual([
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
  expect(() => listTextRuns(block(["abcd", { ...run(0, 3, 0), end: 4 }]), AT)).toThrow(
    "another number",
  );
});
