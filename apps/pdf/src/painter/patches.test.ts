import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";

const renderer = createRequire(createRequire(import.meta.url).resolve("@react-pdf/renderer"));
const layout = createRequire(renderer.resolve("@react-pdf/layout"));
const textkit = layout.resolve("@react-pdf/textkit");

/** The algorithm that the library itself uses. */
function loadBidi(): (text: string, direction?: "ltr") => number[] {
  const factory: unknown = createRequire(textkit)("bidi-js");
  const bidi: unknown =
    typeof factory === "function" ? Reflect.apply(factory, undefined, []) : undefined;
  const find: unknown =
    typeof bidi === "object" && bidi !== null && "getEmbeddingLevels" in bidi
      ? bidi.getEmbeddingLevels
      : undefined;
  if (typeof find !== "function") throw new Error("bidi-js has another shape; was it upgraded?");
  return (text, direction) => {
    const found: unknown = Reflect.apply(find, bidi, [text, direction]);
    const levels: unknown =
      typeof found === "object" && found !== null && "levels" in found ? found.levels : undefined;
    if (!(levels instanceof Uint8Array))
      throw new Error("bidi-js gives its levels in another shape; was it upgraded?");
    return [...levels];
  };
}

const embeddingLevels = loadBidi();

let source = "";
/** What the patch takes to have no level but 0. */
let leftToRight = /^$/;
beforeAll(async () => {
  source = await readFile(textkit, "utf8");
  leftToRight = new RegExp(/const LEFT_TO_RIGHT = \/(.*)\/;/.exec(source)?.[1] ?? "no patch", "u");
});

const levelsOf = (text: string) =>
  [undefined, "ltr" as const].flatMap((direction) => embeddingLevels(text, direction));

test("the patches are in force", async () => {
  expect(leftToRight.test("plain text")).toBe(true);
  expect(source).toContain("Only what is set from right to left is mirrored.");
  expect(await readFile(layout.resolve("@react-pdf/fns"), "utf8")).toContain(
    "if (typeof value === 'number')",
  );
});

test("each character it lets pass has the level 0, by itself and among others", () => {
  const passing = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter(
    (character) => leftToRight.test(character),
  );
  expect(passing.length).toBeGreaterThan(500);
  for (const character of passing)
    expect(
      Math.max(
        ...levelsOf(character),
        ...levelsOf(`1${character}2`),
        ...levelsOf(`a${character}1`),
      ),
      character,
    ).toBe(0);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...passing), minLength: 1, maxLength: 30 }),
      (text) => {
        expect(new Set(levelsOf(text))).toEqual(new Set([0]));
      },
    ),
    { numRuns: 500 },
  );
});

test("nothing written from right to left passes, nor the marks that turn text", () => {
  for (const character of ["א", "ع", "\u200f", "\u202b", "\u202e", "\u2067"])
    expect(leftToRight.test(`a${character}b`)).toBe(false);
});
