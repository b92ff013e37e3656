import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Blob, Face as FontData, Font } from "harfbuzzjs";
import type { GlyphPart, Shaped, ShapedGlyph } from "../shaping/shaper.ts";
import { INVISIBLE } from "../text/invisible.ts";
import { readFace } from "./text-faces.ts";

/** The family in which characters are set that no face draws. */
export const PLACEHOLDER = "Placeholder";

const FILE = "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf";

/** Its form of U+2610 is an empty box; inside it, in font units, is this room. */
const BOX = 0x2610;
const ROOM = { left: 101, bottom: 6, width: 598, height: 588 };
/** What a digit leaves free of its share of the room. */
const FILL = 0.78;
/** The height of its figures, font units. */
const FIGURE = 650;

const NUMBER = /-?\d+(?:\.\d+)?/g;

const scaleOutline = (outline: string, scale: number) =>
  outline.replaceAll(NUMBER, (number) => String(Math.round(Number(number) * scale)));

/** The code point in small digits, two rows of them. */
function drawDigits(font: Font, point: number): GlyphPart[] {
  const digits = point.toString(16).toUpperCase().padStart(4, "0");
  const columns = Math.ceil(digits.length / 2);
  const [width, height] = [ROOM.width / columns, ROOM.height / 2];
  const scale = (height * FILL) / FIGURE;
  return [...digits.padStart(columns * 2, "0")].map((digit, index) => {
    const id = font.nominalGlyph(digit.charCodeAt(0)) ?? 0;
    // Wide figures are made as narrow as their column.
    const fit = Math.min(scale, (width * 0.94) / font.glyphHAdvance(id));
    const row = index < columns ? 1 : 0;
    return {
      outline: scaleOutline(font.glyphToPath(id), fit),
      x: ROOM.left + (index % columns) * width + (width - font.glyphHAdvance(id) * fit) / 2,
      y: ROOM.bottom + row * height + (height - FIGURE * fit) / 2,
    };
  });
}

/** Gives out one box for each code point. */
function collectBoxes(font: Font): (character: string) => ShapedGlyph {
  const known = new Map<string, ShapedGlyph>();
  const id = font.nominalGlyph(BOX) ?? 0;
  return (character) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    const isHidden = INVISIBLE.test(character);
    const box = {
      id,
      advanceWidth: isHidden ? 0 : font.glyphHAdvance(id),
      codePoints: Array.from({ length: character.length }, (_, index) =>
        character.charCodeAt(index),
      ),
      parts: isHidden ? [] : drawDigits(font, character.codePointAt(0) ?? 0),
      isHidden,
    };
    known.set(character, box);
    return box;
  };
}

async function load(): Promise<void> {
  const src = createRequire(import.meta.url).resolve(FILE);
  const file = await readFile(src);
  const face = await readFace({ family: PLACEHOLDER, weight: 400, src, file, language: "en" });
  const boxOf = collectBoxes(new Font(new FontData(new Blob(file))));
  face.hasGlyphForCodePoint = () => true;
  face.layout = (text): Shaped => {
    const glyphs = Array.from(text, boxOf);
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    return { glyphs, positions };
  };
}

let loaded: Promise<void> | undefined;

/**
 * Reads the face of characters that no other draws, once a process: boxes with the code point in
 * small digits, which are read as the characters for which they stand.
 */
export function loadPlaceholder(): Promise<void> {
  loaded ??= load();
  return loaded;
}
