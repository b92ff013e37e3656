import { composeDocument, plainText } from "@triptych/view";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadRecord } from "../../tests/sample/sample-render.ts";
import { type Face, loadFaces, readWordShapers } from "../fonts/text-faces.ts";
import type { ShapingFont } from "./shaping.ts";
import { cacheShaping } from "./shaping-cache.ts";

let texts: string[];
let pairs: { name: string; plain: Face; cached: ShapingFont }[];

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

interface Shape {
  /** Ids and code points. */
  glyphs: unknown[];
  positions: unknown[];
}

/** What painting and measuring read of a shaped text. */
function shapeOf(font: ShapingFont, text: string): Shape {
  const { glyphs, positions } = font.layout(text, undefined, undefined, undefined, "ltr");
  return {
    glyphs: glyphs.map(({ id, codePoints }) => [id, codePoints]),
    positions,
  };
}

beforeAll(async () => {
  const cv = await loadRecord();
  const lines = composeDocument(cv).sections.flatMap((section) => [
    ...section.intro,
    ...section.groups.flatMap((group) => group.entries.flatMap((entry) => entry.lines)),
  ]);
  texts = [
    ...new Set([
      ...strings(cv),
      ...lines.flatMap((line) => [plainText(line.spans), ...line.spans.map((span) => span.text)]),
    ]),
  ];
  const faces = await loadFaces({ cache: false });
  pairs = [...(await readWordShapers(faces))].map(([plain, shapeWord]) => {
    const cached = { layout: plain.layout.bind(plain) };
    cacheShaping(cached, shapeWord);
    return { name: plain.fullName, plain, cached };
  });
});

test("every text of the record is shaped the same with and without the cache, by every face", () => {
  expect(texts.length).toBeGreaterThan(500);
  for (const { name, plain, cached } of pairs) {
    for (const text of texts) {
      const expected = shapeOf(plain, text);
      // Twice: the second time, all words come from the cache.
      expect(shapeOf(cached, text), `${name}: ${text}`).toEqual(expected);
      expect(shapeOf(cached, text), `${name}, again: ${text}`).toEqual(expected);
    }
  }
});

test("and so is any other text of letters, blanks and punctuation", () => {
  const word = fc.constantFrom(
    "AV",
    "To",
    "fi",
    "ffl",
    "f",
    "T",
    "W.",
    "“A”",
    "’s",
    "Yo,",
    "–",
    "1/2",
    "é",
    "ł",
    "(V",
    ".",
    "",
  );
  const blank = fc.constantFrom(" ", "  ", "");
  const text = fc
    .array(fc.tuple(word, blank), { maxLength: 8 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: fc.constantFrom(..."AVTWYfijlto.,’“”-– ") })),
      (sample) => {
        for (const { name, plain, cached } of pairs)
          expect(shapeOf(cached, sample), `${name}: ${sample}`).toEqual(shapeOf(plain, sample));
      },
    ),
    { numRuns: 300 },
  );
});

test("and every plain character that a face has: by itself, between letters and doubled", () => {
  const points = [
    ...Array.from({ length: 0x250 - 0x20 }, (_, index) => 0x20 + index),
    ...Array.from({ length: 0x35 }, (_, index) => 0x2010 + index),
  ];
  for (const { name, plain, cached } of pairs) {
    for (const point of points.filter((candidate) => plain.hasGlyphForCodePoint(candidate))) {
      const character = String.fromCodePoint(point);
      for (const text of [character, `a${character}b`, character + character]) {
        expect(shapeOf(cached, text), `${name}: U+${point.toString(16)} in ${text}`).toEqual(
          shapeOf(plain, text),
        );
      }
    }
  }
});

test("other scripts, features and directions take the ordinary way", () => {
  const asked: unknown[] = [];
  const font: ShapingFont = {
    layout: (...input) => {
      asked.push(input);
      return { glyphs: [], positions: [] };
    },
  };
  cacheShaping(font, () => ({ glyphs: [], positions: [] }));
  font.layout("две книги", undefined, undefined, undefined, "ltr");
  font.layout("two books", { smcp: true }, undefined, undefined, "ltr");
  font.layout("two books", undefined, undefined, undefined, "rtl");
  expect(asked).toEqual([
    ["две книги", undefined, undefined, undefined, "ltr"],
    ["two books", { smcp: true }, undefined, undefined, "ltr"],
    ["two books", undefined, undefined, undefined, "rtl"],
  ]);
});
