import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { mirror } from "./mirrored.ts";

const renderer = createRequire(createRequire(import.meta.url).resolve("@react-pdf/renderer"));
const textkit = createRequire(renderer.resolve("@react-pdf/layout")).resolve("@react-pdf/textkit");

/** What the layout itself mirrors by. */
function mirrorByLibrary(): (character: string) => string {
  const factory: unknown = createRequire(textkit)("bidi-js");
  const bidi: unknown =
    typeof factory === "function" ? Reflect.apply(factory, undefined, []) : undefined;
  const find: unknown =
    typeof bidi === "object" && bidi !== null && "getMirroredCharacter" in bidi
      ? bidi.getMirroredCharacter
      : undefined;
  if (typeof find !== "function") throw new Error("bidi-js has another shape; was it upgraded?");
  return (character) => String(Reflect.apply(find, bidi, [character]) ?? character);
}

test("each character is mirrored as the layout mirrors it, and twice is the same again", () => {
  const expected = mirrorByLibrary();
  const characters = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point));
  expect(characters.filter((each) => mirror(each) !== each).length).toBeGreaterThan(400);
  for (const each of characters) {
    expect(mirror(each)).toBe(expected(each));
    expect(mirror(mirror(each))).toBe(each);
  }
});
