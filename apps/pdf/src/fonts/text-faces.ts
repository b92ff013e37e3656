import { Font } from "@react-pdf/renderer";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type FaceMetrics, keepMetrics } from "../shaping/face-metrics.ts";
import { type GlyphSource, keepMeanings } from "../shaping/glyph-meaning.ts";
import { refineShaping, type Shaped, type ShapingFont } from "../shaping/shaping.ts";
import { cacheShaping } from "../shaping/shaping-cache.ts";
import { createWordShaper } from "../shaping/word-shaper.ts";
import { LONGEST_WORD, splitWord } from "../text/word-pieces.ts";

const resolve = createRequire(import.meta.url).resolve;

/**
 * One complete static TTF a face: subset files would be embedded again at every switch, and WOFF2
 * crashes the renderer.
 */
const FACES = [
  {
    family: "Serif",
    weight: 300,
    file: "@expo-google-fonts/source-serif-4/300Light/SourceSerif4_300Light.ttf",
  },
  {
    family: "Serif",
    weight: 400,
    file: "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  },
  {
    family: "Serif",
    weight: 500,
    file: "@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf",
  },
  {
    family: "Serif",
    weight: 600,
    file: "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  },
  {
    family: "Sans",
    weight: 400,
    file: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  },
  {
    family: "Sans",
    weight: 600,
    file: "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  },
] as const;

/** The weights in which texts are set. */
export const TEXT_WEIGHTS = [300, 400, 500, 600] as const;

/** As fonts name them (OpenType specification, OS/2, usWeightClass). */
export const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  300: "Light",
  400: "Regular",
  500: "Medium",
  600: "SemiBold",
};

/**
 * How far the text faces reach above and below the line, in parts of their size: as far as both do.
 */
export const TEXT_HEIGHT = { ascent: 1.024, descent: -0.335 } as const;

/**
 * A face that can tell which characters it draws; `fullName` is the font's own, such as Source
 * Serif 4 Medium.
 */
export interface Face extends ShapingFont, GlyphSource, FaceMetrics {
  readonly fullName: string;
}

function isFace(value: unknown): value is Face {
  return (
    typeof value === "object" &&
    value !== null &&
    "layout" in value &&
    "hasGlyphForCodePoint" in value &&
    "getGlyph" in value
  );
}

/**
 * Reads a registered face and makes it fit for tagged text: glyphs mean what they stand for, marks
 * sit where the font puts them.
 */
export async function readFace(family: string, weight: number): Promise<Face> {
  const descriptor = { fontFamily: family, fontWeight: weight };
  await Font.load(descriptor);
  const data: unknown = Font.getFont(descriptor)?.data;
  if (!isFace(data)) throw new Error(`The font ${family} ${weight} could not be read.`);
  keepMetrics(data);
  keepMeanings(data);
  refineShaping(data);
  return data;
}

let loaded: Promise<Face[]> | undefined;

async function load(): Promise<Face[]> {
  for (const { family, weight, file } of FACES)
    Font.register({ family, fontWeight: weight, src: resolve(file) });
  Font.registerHyphenationCallback(splitWord(LONGEST_WORD));
  return Promise.all(FACES.map(({ family, weight }) => readFace(family, weight)));
}

let cached: Promise<Face[]> | undefined;

/** What shapes words, for each of the faces that `loadFaces` gives. */
export async function readWordShapers(
  faces: readonly Face[],
): Promise<Map<Face, (word: string) => Shaped>> {
  const shapers = faces.map(async (face, index) => {
    const { file } = FACES[index] ?? FACES[0];
    return [face, createWordShaper(await readFile(resolve(file)), face)] as const;
  });
  return new Map(await Promise.all(shapers));
}

async function cacheWords(faces: Face[]): Promise<Face[]> {
  for (const [face, shapeWord] of await readWordShapers(faces)) cacheShaping(face, shapeWord);
  return faces;
}

/** Registers and reads the faces once a process; `cache` turns on word-wise shaping. */
export function loadFaces({ cache = true } = {}): Promise<Face[]> {
  loaded ??= load();
  if (!cache) return loaded;
  cached ??= loaded.then(cacheWords);
  return cached;
}

/** The same by their families, as styles name them. */
export async function loadTextFaces(): Promise<Record<string, Face[]>> {
  const faces = await loadFaces();
  return Object.fromEntries(
    ["Serif", "Sans"].map((family) => [
      family,
      faces.filter((_, index) => FACES[index]?.family === family),
    ]),
  );
}
