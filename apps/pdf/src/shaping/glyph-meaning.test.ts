import { beforeAll, expect, test } from "vitest";
import { type Face, loadFaces } from "../fonts/text-faces.ts";

let faces: Face[];

/** The text that the glyphs of a text stand for. */
function readBack(face: Face, text: string): string {
  const { glyphs } = face.layout(text, undefined, undefined, undefined, "ltr");
  const points = glyphs.flatMap((glyph) =>
    typeof glyph === "object" &&
    glyph !== null &&
    "codePoints" in glyph &&
    Array.isArray(glyph.codePoints)
      ? glyph.codePoints
      : [Number.NaN],
  );
  return points
    .map((point: unknown) =>
      typeof point === "number" && Number.isInteger(point) ? String.fromCodePoint(point) : "?",
    )
    .join("");
}

beforeAll(async () => {
  faces = await loadFaces({ cache: false });
  // What writing a document does: glyphs as parts of others, without their characters.
  for (const face of faces) for (let id = 0; id < 2000; id += 1) face.getGlyph(id);
});

test.each([
  "Efficient offices, fjords and baffling affluence: e.g. 1/2, “3–4” (5 × 6)!",
  "Łódź, Zürich, Đặng; naïve café’s",
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

test("a glyph of two characters stands for the first of them", () => {
  for (const face of faces) expect(readBack(face, "a\u00a0b"), face.fullName).toBe("a b");
});
