import { Font } from "@react-pdf/renderer";
import { createRequire } from "node:module";
import { type GlyphSource, keepMeanings } from "./painter/glyph-meaning.ts";
import { cacheShaping, type ShapingFont } from "./painter/shaping-cache.ts";
import { LONGEST_WORD, splitWord } from "./word-pieces.ts";

const resolve = createRequire(import.meta.url).resolve;

/** One complete static TTF a face: subset files would be embedded again at every switch, and WOFF2 crashes the renderer. */
const FACES = [
  { family: "Serif", weight: 300, file: "@expo-google-fonts/source-serif-4/300Light/SourceSerif4_300Light.ttf" },
  { family: "Serif", weight: 400, file: "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf" },
  { family: "Serif", weight: 500, file: "@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf" },
  { family: "Serif", weight: 600, file: "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf" },
  { family: "Sans", weight: 400, file: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf" },
  { family: "Sans", weight: 600, file: "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf" },
] as const;

/** A face that can tell which characters it draws; `fullName` is the font's own, such as Source Serif 4 Medium. */
export interface Face extends ShapingFont, GlyphSource {
  readonly fullName: string;
  hasGlyphForCodePoint(point: number): boolean;
}

function isFace(value: unknown): value is Face {
  return typeof value === "object" && value !== null && "layout" in value && "hasGlyphForCodePoint" in value && "getGlyph" in value;
}

let loaded: Promise<Face[]> | undefined;

async function load(): Promise<Face[]> {
  for (const { family, weight, file } of FACES) Font.register({ family, fontWeight: weight, src: resolve(file) });
  Font.registerHyphenationCallback(splitWord(LONGEST_WORD));
  return Promise.all(
    FACES.map(async ({ family, weight }) => {
      const descriptor = { fontFamily: family, fontWeight: weight };
      await Font.load(descriptor);
      const data: unknown = Font.getFont(descriptor)?.data;
      if (!isFace(data)) throw new Error(`The font ${family} ${weight} could not be read.`);
      keepMeanings(data);
      return data;
    }),
  );
}

/** Registers and reads the faces once a process; `cache` turns on word-wise shaping. */
export async function loadFaces({ cache = true } = {}): Promise<Face[]> {
  loaded ??= load();
  const faces = await loaded;
  if (cache) for (const face of faces) cacheShaping(face);
  return faces;
}
