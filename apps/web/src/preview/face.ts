import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, type Glyph } from "fontkit";

const resolve = createRequire(import.meta.url).resolve;

/** The static faces of the PDF; the picture draws their outlines, so nothing depends on the machine's fonts. */
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

const advances: Record<FaceName, Map<string, number>> = { display: new Map(), text: new Map(), label: new Map() };

/** Advance of a word in font units. Lines are tried at several sizes, so each word is shaped once. */
function advanceOf(name: FaceName, word: string): number {
  const known = advances[name].get(word);
  if (known !== undefined) return known;
  const advance = load(name).layout(word).advanceWidth;
  advances[name].set(word, advance);
  return advance;
}

/** Width in pixels at a size in pixels, without the kerning between a word and a space. */
export function measure(name: FaceName, text: string, size: number): number {
  const words = text.split(" ");
  const units = words.reduce((sum, word) => sum + advanceOf(name, word), (words.length - 1) * advanceOf(name, " "));
  return (units * size) / load(name).unitsPerEm;
}

const LETTERS = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

const outlines: Record<FaceName, Map<number, string>> = { display: new Map(), text: new Map(), label: new Map() };

/** The outline of a glyph in font units, as path data. Pictures share most of their glyphs. */
function outlineOf(name: FaceName, glyph: Glyph): string {
  const known = outlines[name].get(glyph.id);
  if (known !== undefined) return known;
  const made = glyph.path.commands.map(({ command, args }) => LETTERS[command] + args.join(" ")).join("");
  outlines[name].set(glyph.id, made);
  return made;
}

/** The outlines of a line as SVG paths; `x` and `y` are the start of its base line in pixels. */
export function outline(name: FaceName, text: string, size: number, x: number, y: number): string {
  const font = load(name);
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  const parts: string[] = [];
  let pen = x;
  for (const [index, glyph] of run.glyphs.entries()) {
    const position = run.positions[index];
    const [left, base] = [pen + (position?.xOffset ?? 0) * scale, y - (position?.yOffset ?? 0) * scale];
    pen += (position?.xAdvance ?? glyph.advanceWidth) * scale;
    const path = outlineOf(name, glyph);
    if (path !== "") parts.push(`<path transform="matrix(${scale} 0 0 ${-scale} ${left.toFixed(2)} ${base.toFixed(2)})" d="${path}"/>`);
  }
  return parts.join("");
}
