import { expect, test } from "vitest";
import { EmbeddedFace } from "./embedded-face.ts";

/** A font of which nothing is written: codes are given in the order in which glyphs come. */
function createFace() {
  const mapping: Record<number, number | undefined> = {};
  let codes = 0;
  const includeGlyph = (id: number) => (mapping[id] ??= codes += 1);
  const widths: (number | undefined)[] = [];
  const unicode: (number[] | undefined)[] = [];
  const face = new EmbeddedFace({
    id: "F1",
    font: { unitsPerEm: 1000, glyphForCodePoint: () => ({ id: 99 }) },
    scale: 1,
    widths,
    unicode,
    subset: { includeGlyph, mapping },
    document: { ref: () => ({ end: () => undefined }) },
    ref: () => undefined,
    toUnicodeCmap: () => undefined,
  });
  return { face, widths, unicode };
}

const glyph = (id: number, character: string, advanceWidth = 500) => ({
  id,
  advanceWidth,
  codePoints: character.split("").map((unit) => unit.charCodeAt(0)),
  parts: [],
  isHidden: character === "\u2068",
});
/** Ten points, in the order of reading. */
const AT_TEN = { size: 10, isReversed: false };
const place = (xAdvance: number, xOffset = 0, rise = 0) => ({
  xAdvance,
  xOffset,
  yOffset: 0,
  yAdvance: rise,
});

test("letters with their kerning", () => {
  const { face, widths, unicode } = createFace();
  expect(
    face.show(
      [glyph(7, "A"), glyph(8, "V"), glyph(7, "A")],
      [place(4.5), place(5), place(5)],
      AT_TEN,
    ),
  ).toBe("[<0001>50<00020001>] TJ");
  expect(widths[1]).toBe(500);
  expect(unicode[2]).toEqual([0x56]);
});

test("a kerned letter with a mark over it: one number between the two, and none between mark and next letter too many", () => {
  const { face } = createFace();
  const shown = face.show(
    [glyph(3, "x"), glyph(4, "\u0302", 0), glyph(5, "y")],
    [place(5.2), place(0, -2.9), place(5)],
    AT_TEN,
  );
  expect(shown).toBe("[<0001>270<0002>-290<0003>] TJ");
});

test("a mark that is raised", () => {
  const { face } = createFace();
  const shown = face.show(
    [glyph(3, "x"), glyph(4, "\u0302", 0), glyph(5, "y")],
    [place(5), place(0, 0, 1.5), place(5)],
    AT_TEN,
  );
  expect(shown).toBe("[<0001>] TJ 1.5 Ts [<0002>] TJ 0 Ts [<0003>] TJ");
});

test("what draws nothing is not shown, and one glyph with two meanings has two codes", () => {
  const { face, unicode } = createFace();
  const shown = face.show(
    [glyph(1, "\u2068", 0), glyph(9, "ب"), glyph(9, "ت")],
    [place(0), place(5), place(5)],
    AT_TEN,
  );
  expect(shown).toBe("[<00010002>] TJ");
  expect(unicode.slice(1)).toEqual([[0x628], [0x62a]]);
});

test("a glyph that the font has not is refused", () => {
  expect(() => createFace().face.show([glyph(0, "ᚠ")], [place(5)], AT_TEN)).toThrow(
    "No glyph for U+16A0.",
  );
});

test("from right to left, the characters of one glyph are turned round with the glyphs", () => {
  const { face, unicode } = createFace();
  face.show([glyph(3, "لا"), glyph(4, "(")], [place(5), place(5)], { size: 10, isReversed: true });
  face.show([glyph(4, "(")], [place(5)], AT_TEN);
  expect(unicode.slice(1).map((units) => String.fromCharCode(...(units ?? [])))).toEqual([
    "ا",
    "ل",
    ")",
    "(",
  ]);
});

test.each([
  { text: "ffi", advance: 10, codes: ["f", "f", "i"], widths: [4, 3, 3] },
  { text: "ọ\u0301", advance: 10, codes: ["ọ", "\u0301"], widths: [9, 1] },
  { text: "ਿੰ", advance: 9, codes: ["ਿ", "ੰ"], widths: [5, 4] },
  { text: "\u0323\u0301", advance: 0, codes: ["\u0323", "\u0301"], widths: [0, 0] },
  { text: "👩‍🔬", advance: 9, codes: ["👩‍🔬"], widths: [9] },
])("the characters of one glyph, $text, have a code each and share its room", (wanted) => {
  const { face, unicode, widths } = createFace();
  face.show([glyph(3, wanted.text, wanted.advance)], [place(wanted.advance)], AT_TEN);
  expect(unicode.slice(1).map((units) => String.fromCharCode(...(units ?? [])))).toEqual(
    wanted.codes,
  );
  expect(widths.slice(1)).toEqual(wanted.widths);
});
