import { Font } from "@react-pdf/renderer";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Coverage, coverInvisible } from "../shaping/face-coverage.ts";
import { shapeByHarfBuzz, type ShapingFont } from "../shaping/shaped-face.ts";
import { splitWord } from "../text/word-pieces.ts";

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

/**
 * How far the text faces reach above and below the line, in parts of their size: as far as both do.
 */
export const TEXT_HEIGHT = { ascent: 1.024, descent: -0.335 } as const;

/**
 * A face that can tell which characters it draws; `fullName` is the font's own, such as Source
 * Serif 4 Medium.
 */
export interface Face extends ShapingFont, Coverage, Metrics {
  readonly fullName: string;
}

export function isFace(value: unknown): value is Face {
  return (
    typeof value === "object" &&
    value !== null &&
    "layout" in value &&
    "hasGlyphForCodePoint" in value
  );
}

/** In font units. */
interface Metrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
}

/** A font to be read: by which family and weight styles ask for it, and what it is written for. */
export interface FaceSource {
  family: string;
  weight: number;
  /** Where it is read from: a path, or a data URL. */
  src: string;
  file: Uint8Array;
  /** Of the texts it draws (BCP 47), which decides between forms of one character. */
  language: string;
}

/** fontkit reads each of them from the font's tables whenever layout asks, at every run. */
function keepMetrics(face: Metrics): void {
  const { unitsPerEm, ascent, descent, lineGap } = face;
  for (const [name, value] of Object.entries({ unitsPerEm, ascent, descent, lineGap }))
    Object.defineProperty(face, name, { value, configurable: true });
}

/** Reads a face and lets HarfBuzz shape what is set in it. */
export async function readFace(source: FaceSource): Promise<Face> {
  const { family, weight, src, file, language } = source;
  const descriptor = { fontFamily: family, fontWeight: weight };
  Font.register({ family, fontWeight: weight, src });
  await Font.load(descriptor);
  const data: unknown = Font.getFont(descriptor)?.data;
  if (!isFace(data)) throw new Error(`The font ${family} ${weight} could not be read.`);
  keepMetrics(data);
  coverInvisible(data);
  shapeByHarfBuzz(data, file, language);
  return data;
}

async function load(): Promise<Face[]> {
  Font.registerHyphenationCallback(splitWord(() => false));
  return Promise.all(
    FACES.map(async ({ family, weight, file: path }) => {
      const src = resolve(path);
      return readFace({ family, weight, src, file: await readFile(src), language: "en" });
    }),
  );
}

let loaded: Promise<Face[]> | undefined;

/** Registers and reads the faces once a process. */
export function loadFaces(): Promise<Face[]> {
  loaded ??= load();
  return loaded;
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
