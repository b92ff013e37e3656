import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Face, readFace, TEXT_HEIGHT } from "./text-faces.ts";
import { TEXT_WEIGHTS, WEIGHT_NAMES } from "./weights.ts";
import type { FallbackFamily, StaticFamily, VariableFamily } from "./families.ts";

const resolve = createRequire(import.meta.url).resolve;

/** A part of a fallback family as react-pdf knows it. */
export interface FallbackFace {
  /** The name to write as `fontFamily`. */
  family: string;
  /** In the ordinary weight; the others draw the same characters. */
  face: Face;
}

type Range = readonly [first: number, last: number];
type Parts = ReadonlyMap<string, readonly Range[]>;

const loadedParts = new Map<string, Promise<Parts>>();
const loadedFaces = new Map<string, Promise<FallbackFace>>();

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

function parseRanges(text: string): Range[] {
  return text.split(",").map((range): Range => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/**
 * What `unicode.json` of a package says: the characters of each part. Parts of large families are
 * named `[12]` there and `12` in files.
 */
async function readParts(family: VariableFamily): Promise<Parts> {
  const json: unknown = JSON.parse(
    await readFile(resolve(`${family.package}/unicode.json`), "utf8"),
  );
  const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
  return new Map(
    entries.map(([part, ranges]) => [part.replaceAll(/[[\]]/g, ""), parseRanges(String(ranges))]),
  );
}

/**
 * A part in one weight as TTF. The renderer knows neither variable fonts nor WOFF2 with composite
 * glyphs; the whole part is kept, so that one font serves every document of the process and the
 * same record always gives the same bytes.
 */
async function instantiatePart(
  family: VariableFamily,
  part: string,
  weight: number,
): Promise<Buffer> {
  const parts = await once(loadedParts, family.package, () => readParts(family));
  const points = (parts.get(part) ?? []).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  // A space is in every part, and stands for characters that are not drawn.
  const characters = [0x20, ...points].map((point) => String.fromCodePoint(point)).join("");
  const source = await readFile(resolve(`${family.package}/${family.file(part)}`));
  // Loaded where a record needs it: most are written in one script.
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(source, characters, {
    targetFormat: "truetype",
    variationAxes: { wght: weight },
  });
}

/** Lines with a few foreign characters stand on the same baseline as the others. */
function alignFace(face: Face, family: FallbackFamily, weight: number): void {
  Object.defineProperties(face, {
    ascent: { value: TEXT_HEIGHT.ascent * face.unitsPerEm },
    descent: { value: TEXT_HEIGHT.descent * face.unitsPerEm },
    lineGap: { value: 0 },
    // An instance still has the name of the weight in which its family was drawn first.
    postscriptName: {
      value: `${family.name.replaceAll(" ", "")}-${WEIGHT_NAMES[weight] ?? weight}`,
    },
  });
}

/** Reads a font for one weight; all weights of it draw the same characters. */
async function readWeight(
  { name, weight, src }: { name: string; weight: number; src: string },
  file: Uint8Array,
  family: FallbackFamily,
): Promise<Face> {
  const face = await readFace({ family: name, weight, src, file, language: family.language });
  alignFace(face, family, weight);
  return face;
}

async function loadPart(family: VariableFamily, part: string): Promise<FallbackFace> {
  const name = `${family.name} ${part}`;
  const faces: Face[] = [];
  for (const weight of TEXT_WEIGHTS) {
    const file = await instantiatePart(family, part, weight);
    const src = `data:font/ttf;base64,${file.toString("base64")}`;
    faces.push(await readWeight({ name, weight, src }, file, family));
  }
  return { family: name, face: first(faces, name) };
}

async function loadStatic(family: StaticFamily): Promise<FallbackFace> {
  const { name } = family;
  const faces: Face[] = [];
  for (const [weight, path] of Object.entries(family.files)) {
    const src = resolve(path);
    faces.push(
      await readWeight({ name, weight: Number(weight), src }, await readFile(src), family),
    );
  }
  return { family: name, face: first(faces, name) };
}

function first(faces: readonly Face[], name: string): Face {
  const [face] = faces;
  if (face === undefined) throw new Error(`${name} has no weights.`);
  return face;
}

/** Whether a family has a character, by what its package says; no font is read. */
export async function isHeldBy(family: VariableFamily, character: string): Promise<boolean> {
  const point = character.codePointAt(0) ?? 0;
  const parts = await once(loadedParts, family.package, () => readParts(family));
  return [...parts.values()].some((ranges) =>
    ranges.some(([low, high]) => low <= point && point <= high),
  );
}

/** The parts of a family that may draw a character, read when they are first needed. */
async function* listFaces(family: FallbackFamily, point: number): AsyncGenerator<FallbackFace> {
  if (family.kind === "static") {
    if (family.holds.test(String.fromCodePoint(point)))
      yield await once(loadedFaces, family.name, () => loadStatic(family));
    return;
  }
  const parts = await once(loadedParts, family.package, () => readParts(family));
  for (const [part, ranges] of parts) {
    if (family.parts?.includes(part) === false) continue;
    if (ranges.some(([low, high]) => low <= point && point <= high))
      yield await once(loadedFaces, `${family.name} ${part}`, () => loadPart(family, part));
  }
}

/** The part of a family that draws all of these code points; undefined where there is none. */
export async function findFallbackFace(
  family: FallbackFamily,
  points: readonly number[],
): Promise<FallbackFace | undefined> {
  for await (const found of listFaces(family, points[0] ?? 0))
    if (points.every((point) => found.face.hasGlyphForCodePoint(point))) return found;
  return undefined;
}
