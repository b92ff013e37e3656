import fc from "fast-check";
import { expect, test } from "vitest";
import { listTextRuns, readingOrder } from "./text-run.ts";

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

const glyph = { codePoints: [0x61] };
const run = (start: number, end: number, bidiLevel: number) => ({
  start,
  end,
  glyphs: Array.from({ length: end - start }, () => glyph),
  positions: [],
  attributes: { bidiLevel, font: [{}] },
});

test("runs from right to left are read from their end, their brackets the right way round", () => {
  const lines = [{ string: "ab (3 אב(", runs: [run(0, 3, 0), run(3, 5, 2), run(5, 9, 1)] }];
  expect(listTextRuns({ type: "TEXT", lines })).toEqual([
    { length: 3, text: "ab ", order: 0, isReversed: false, linkWords: "" },
    { length: 2, text: "(3", order: 2, isReversed: false, linkWords: "" },
    { length: 4, text: ")בא ", order: 1, isReversed: true, linkWords: "" },
  ]);
});

test("every run of a link knows the words of the whole, over fonts and lines", () => {
  const linked = (start: number, end: number, link: string) => {
    const plain = run(start, end, 0);
    return { ...plain, attributes: { ...plain.attributes, link } };
  };
  const lines = [
    { string: "At “帽子", runs: [run(0, 3, 0), linked(3, 4, "a"), linked(4, 6, "a")] },
    {
      string: "”, 12th",
      runs: [linked(0, 1, "a"), run(1, 3, 0), linked(3, 5, "b"), linked(5, 7, "b")],
    },
  ];
  expect(listTextRuns({ type: "TEXT", lines }).map(({ linkWords }) => linkWords)).toEqual([
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
  expect(() =>
    listTextRuns({
      type: "TEXT",
      lines: [{ string: "abcd", runs: [{ ...run(0, 3, 0), end: 4 }] }],
    }),
  ).toThrow("another number");
});

test("lines of another shape are refused", () => {
  expect(() => listTextRuns({ type: "TEXT", lines: [{ text: "a" }] })).toThrow("upgraded");
});
