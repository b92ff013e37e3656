import { beforeAll, expect, test } from "vitest";
import { type Face, loadFaces } from "../fonts/text-faces.ts";
import type { ShapedGlyph } from "./shaper.ts";

let faces: Face[];
beforeAll(async () => {
  faces = await loadFaces();
});

const meaningOf = (glyphs: readonly ShapedGlyph[]) =>
  glyphs.map(({ codePoints }) => String.fromCharCode(...codePoints)).join("");

/** The text that the glyphs of a text stand for. */
const readBack = (face: Face, text: string) => meaningOf(face.layout(text).glyphs);

test.each([
  "Efficient offices, fjords and baffling affluence: e.g. 1/2, “3–4” (5 × 6)!",
  "Łódź, Zürich, Đặng; naïve café’s",
  "Ọlá Ọ̀ṣọ́, Q̃uill X̂avier",
])("%s is read back as it is", (text) => {
  for (const face of faces) expect(readBack(face, text), face.fullName).toBe(text);
});

test("Greek words keep their mu, which shares its glyph with the micro sign", () => {
  const greek = faces.filter(
    (face) => face.hasGlyphForCodePoint(0x3bc) && face.hasGlyphForCodePoint(0x3b8),
  );
  expect(greek.length).toBeGreaterThan(0);
  for (const face of greek) expect(readBack(face, "μάθημα"), face.fullName).toBe("μάθημα");
});

test("a space at which no line ends is read as a space", () => {
  for (const face of faces) expect(readBack(face, "a\u00a0b"), face.fullName).toBe("a b");
});

test("a glyph that stands for the same is the same object, and for something else another", () => {
  for (const face of faces) {
    const [first, second, third] = face.layout("aba").glyphs;
    expect(third, face.fullName).toBe(first);
    expect(second, face.fullName).not.toBe(first);
    expect(face.layout("a").glyphs[0], face.fullName).toBe(first);
    expect(face.layout("aba"), face.fullName).toBe(face.layout("aba"));
  }
});

test("marks of direction draw nothing and take no room", () => {
  for (const face of faces) {
    const { glyphs, positions } = face.layout("a\u2068b\u2069");
    expect(meaningOf(glyphs)).toBe("a\u2068b\u2069");
    expect(glyphs.map(({ isHidden }) => isHidden)).toEqual([false, true, false, true]);
    expect([1, 3].map((index) => positions[index]?.xAdvance)).toEqual([0, 0]);
  }
});

test("a letter and its marks are one glyph, with the marks as parts above it", () => {
  for (const face of faces) {
    const { glyphs } = face.layout("x\u0302y");
    expect(glyphs.map(({ codePoints }) => String.fromCharCode(...codePoints))).toEqual([
      "x\u0302",
      "y",
    ]);
    const [alone] = face.layout("x\u0302").positions;
    expect(alone?.xAdvance, face.fullName).toBe(glyphs[0]?.advanceWidth);
    expect(glyphs[0]?.parts).toHaveLength(1);
    expect(glyphs[0]?.parts[0]?.outline).toMatch(/^M.*Z$/);
    expect(glyphs[1]?.parts).toEqual([]);
  }
});
