import { Font } from "@react-pdf/renderer";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Face, readFace, TEXT_HEIGHT, TEXT_WEIGHTS, WEIGHT_NAMES } from "./text-faces.ts";
import type { FallbackFamily } from "./families.ts";

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
async function readParts(family: FallbackFamily): Promise<Parts> {
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
  family: FallbackFamily,
  part: string,
  weight: number,
): Promise<string> {
  const parts = await once(loadedParts, family.package, () => readParts(family));
  const points = (parts.get(part) ?? []).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  // A blank is in every part, and stands for characters that are not drawn.
  const characters = [0x20, ...points].map((point) => String.fromCodePoint(point)).join("");
  const source = await readFile(resolve(`${family.package}/${family.file(part)}`));
  // Loaded where a record needs it: most are written in one script.
  const { default: subsetFont } = await import("subset-font");
  const font = await subsetFont(source, characters, {
    targetFormat: "truetype",
    variationAxes: { wght: weight },
  });
  return `data:font/ttf;base64,${font.toString("base64")}`;
}

async function loadFace(family: FallbackFamily, part: string): Promise<FallbackFace> {
  const name = `${family.name} ${part}`;
  const faces: Face[] = [];
  for (const weight of family.isVariable ? TEXT_WEIGHTS : [400]) {
    const src = family.isVariable
      ? await instantiatePart(family, part, weight)
      : resolve(`${family.package}/${family.file(part)}`);
    Font.register({ family: name, fontWeight: weight, src });
    const face = await readFace(name, weight);
    // Lines with a few foreign characters stand on the same baseline as the others.
    Object.defineProperties(face, {
      ascent: { value: TEXT_HEIGHT.ascent * face.unitsPerEm },
      descent: { value: TEXT_HEIGHT.descent * face.unitsPerEm },
      lineGap: { value: 0 },
      // An instance still has the name of the weight in which its family was drawn first.
      postscriptName: {
        value: `${family.name.replaceAll(" ", "")}-${WEIGHT_NAMES[weight] ?? weight}`,
      },
    });
    faces.push(face);
  }
  const [face] = faces;
  if (face === undefined) throw new Error(`${name} has no weights.`);
  return { family: name, face };
}

/**
 * The part of a family that draws all of these code points, read when it is first needed; undefined
 * where there is none.
 */
export async function findFallbackFace(
  family: FallbackFamily,
  points: readonly number[],
): Promise<FallbackFace | undefined> {
  const [first = 0] = points;
  const parts = await once(loadedParts, family.package, () => readParts(family));
  for (const [part, ranges] of parts) {
    if (family.parts?.includes(part) === false) continue;
    const isListed = ranges.some(([low, high]) => low <= first && first <= high);
    if (!isListed && family.holds?.test(String.fromCodePoint(first)) !== true) continue;
    const found = await once(loadedFaces, `${family.package} ${part}`, () =>
      loadFace(family, part),
    );
    if (points.every((point) => found.face.hasGlyphForCodePoint(point))) return found;
  }
  return undefined;
}
