import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import type { Extent } from "./mask.ts";

const resolve = createRequire(import.meta.url).resolve;

/**
 * The static faces of the PDF; the picture draws their outlines, so nothing depends on the
 * machine's fonts.
 */
const FILES = {
  display: "@expo-google-fonts/source-serif-4/300Light/SourceSerif4_300Light.ttf",
  text: "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  label: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
} as const;

export type FaceName = keyof typeof FILES;

const loaded = new Map<FaceName, Font>();

function load(name: FaceName): Font {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const font = create(readFileSync(resolve(FILES[name])));
  if (!("unitsPerEm" in font)) throw new Error(`${FILES[name]} is not a single font.`);
  loaded.set(name, font);
  return font;
}

/** Whether the face has a glyph for every character. */
export function canDraw(name: FaceName, text: string): boolean {
  const font = load(name);
  return [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** A glyph of the face by its number, and where its origin stands. */
export interface PlacedGlyph {
  id: number;
  x: number;
  y: number;
}

/** A word as its face sets it, in font units from the start of its base line; y is upwards. */
interface Word {
  glyphs: readonly PlacedGlyph[];
  advance: number;
}

const words: Record<FaceName, Map<string, Word>> = {
  display: new Map(),
  text: new Map(),
  label: new Map(),
};

/**
 * Lines are tried at several sizes and pictures share most of their words, so each word is shaped
 * once.
 */
function setWord(name: FaceName, text: string): Word {
  const known = words[name].get(text);
  if (known !== undefined) return known;
  const { glyphs, positions } = load(name).layout(text);
  let advance = 0;
  const placed = glyphs.map(({ id, advanceWidth }, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = advanceWidth } = positions[index] ?? {};
    const glyph = { id, x: advance + xOffset, y: yOffset };
    advance += xAdvance;
    return glyph;
  });
  const word = { glyphs: placed, advance };
  words[name].set(text, word);
  return word;
}

/** Width in pixels at a size in pixels. */
export function measure(name: FaceName, text: string, size: number): number {
  const parts = text.split(" ");
  const units = parts.reduce(
    (sum, part) => sum + setWord(name, part).advance,
    (parts.length - 1) * setWord(name, " ").advance,
  );
  return (units * size) / load(name).unitsPerEm;
}

/**
 * The glyphs of a line; `x` and `y` are the start of its base line in pixels, as are the places of
 * the glyphs, y downwards.
 */
export function placeLine(
  name: FaceName,
  text: string,
  size: number,
  x: number,
  y: number,
): PlacedGlyph[] {
  const scale = size / load(name).unitsPerEm;
  const space = setWord(name, " ").advance;
  let pen = 0;
  return text.split(" ").flatMap((part) => {
    const { glyphs, advance } = setWord(name, part);
    const start = pen;
    pen += advance + space;
    return glyphs.map((glyph) => ({
      id: glyph.id,
      x: x + (start + glyph.x) * scale,
      y: y - glyph.y * scale,
    }));
  });
}

const LETTERS = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

/**
 * The outline of a glyph as path data in font units, y upwards; its scale, and its box in pixels, y
 * downwards.
 */
export function outlineOf(
  name: FaceName,
  id: number,
  size: number,
): { path: string; scale: number; box: Extent } {
  const font = load(name);
  const scale = size / font.unitsPerEm;
  const { commands, bbox } = font.getGlyph(id).path;
  const box = {
    left: bbox.minX * scale,
    right: bbox.maxX * scale,
    top: -bbox.maxY * scale,
    bottom: -bbox.minY * scale,
  };
  return {
    path: commands.map(({ command, args }) => LETTERS[command] + args.join(" ")).join(""),
    scale,
    box,
  };
}
