import { create, type Font } from "fontkit";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { FAMILIES, type FallbackFamily } from "../../src/fonts/families.ts";
import { loadTextFaces } from "../../src/fonts/text-faces.ts";
import { INVISIBLE } from "../../src/text/invisible.ts";

const resolve = createRequire(import.meta.url).resolve;

/** The code points that a font has, as it says itself. */
async function readPoints(file: string): Promise<number[]> {
  const font = create(await readFile(resolve(file)));
  if (!("characterSet" in font)) throw new Error(`${file} is not a single font.`);
  const { characterSet }: Font = font;
  return characterSet;
}

async function listOfFamily(family: FallbackFamily): Promise<number[]> {
  if (family.kind === "static") {
    const points = await readPoints(Object.values(family.files)[0] ?? "");
    return points.filter((point) => family.holds.test(String.fromCodePoint(point)));
  }
  const unicode: unknown = JSON.parse(
    await readFile(resolve(`${family.package}/unicode.json`), "utf8"),
  );
  const parts = Object.keys(Object(unicode)).map((part) => part.replaceAll(/[[\]]/g, ""));
  const points: number[] = [];
  for (const part of family.parts ?? parts)
    for (const point of await readPoints(`${family.package}/${family.file(part)}`))
      points.push(point);
  return points;
}

const LAST = 0x10ffff;

/**
 * Every code point that the PDF draws, or that needs no form: what shapes others, ends of lines,
 * ligatures that are drawn as their letters.
 */
export async function listDrawnPoints(): Promise<Set<number>> {
  const points = new Set<number>();
  const textFaces = Object.values(await loadTextFaces());
  for (let point = 0; point <= LAST; point += 1)
    if (
      textFaces.some((faces) => faces.every((face) => face.hasGlyphForCodePoint(point))) ||
      INVISIBLE.test(String.fromCodePoint(point))
    )
      points.add(point);
  for (const family of FAMILIES) for (const point of await listOfFamily(family)) points.add(point);
  for (const point of [0x09, 0x0a, 0x0d]) points.add(point);
  for (let point = 0xfb00; point <= 0xfb06; point += 1) points.add(point);
  return points;
}

/** The module of `packages/view` that tells them to programs without fonts. */
export const drawnModule = (ranges: string) =>
  "// Written by `npm run faces` in apps/pdf from the faces of the PDF; `drawn.ts` reads it.\n" +
  `export const DRAWN_RANGES = \`\n${ranges}\`;\n`;

export const DRAWN_MODULE = new URL(
  "../../../../packages/view/src/text/drawn-ranges.ts",
  import.meta.url,
);
