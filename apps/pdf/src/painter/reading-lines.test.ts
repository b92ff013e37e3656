import fc from "fast-check";
import { expect, test } from "vitest";
import { listReadingLines, readingOrder } from "./reading-lines.ts";

/** Rule L2 of Unicode Standard Annex 9 on places, from the highest level to the lowest. */
function seenOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  for (let level = Math.max(0, ...levels); level >= 1; level -= 1) {
    for (let start = 0; start < order.length;) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = Math.max(end, start + 1);
    }
  }
  return order;
}

test("the order of reading undoes the order in which runs are seen", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }), (levels) => {
      const seen = seenOrder(levels);
      const seenLevels = seen.map((place) => levels[place] ?? 0);
      expect(readingOrder(seenLevels).map((place) => seen[place])).toEqual(
        levels.map((_, index) => index),
      );
    }),
  );
});

const WIDTH = 5;

/** A run of a line as it is seen, every character as wide as the next. */
const run = (string: string, start: number, end: number, bidiLevel: number) => ({
  start,
  end,
  glyphs: Array.from(string.slice(start, end), (each) => ({ codePoints: [each.charCodeAt(0)] })),
  positions: Array.from({ length: end - start }, () => ({ xAdvance: WIDTH })),
  xAdvance: (end - start) * WIDTH,
  attributes: { bidiLevel, font: [{}] },
});

/** What is painted, with its place in characters from the left. */
function paint(string: string, ...runs: [start: number, end: number, level: number][]) {
  const line = { string, runs: runs.map((each) => run(string, ...each)), box: { x: 0 } };
  return listReadingLines({ type: "TEXT", lines: [line] }).map((piece) => [
    piece.box.x / WIDTH,
    piece.string,
  ]);
}

test("a line from left to right is painted as it is", () => {
  expect(paint("Ada, Bob", [0, 3, 0], [3, 8, 0])).toEqual([[0, "Ada, Bob"]]);
});

test("what is read first is painted first, where it stands", () => {
  expect(paint("A 3 בא B", [0, 2, 0], [2, 3, 2], [3, 6, 1], [6, 8, 0])).toEqual([
    [0, "A "],
    [4, "בא"],
    [3, " "],
    [2, "3"],
    [6, " B"],
  ]);
});

test("a sign after letters from right to left is painted after them", () => {
  expect(paint("?בא, B", [0, 3, 1], [3, 6, 0])).toEqual([
    [1, "בא"],
    [0, "?"],
    [3, ", B"],
  ]);
});

test("spaces at the end of a line stand behind all that is seen", () => {
  expect(paint(" דג,בא", [0, 6, 1])).toEqual([[0, "דג,בא "]]);
  expect(paint("ab בא", [0, 3, 2], [3, 5, 1])).toEqual([
    [2, "בא"],
    [0, "ab"],
    [4, " "],
  ]);
});

test("lines of another shape are refused", () => {
  expect(() => listReadingLines({ type: "TEXT", lines: [{ text: "a" }] })).toThrow("upgraded");
});
