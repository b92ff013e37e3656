import { expect, test } from "vitest";
import { foldText } from "./plain-text.ts";

test("words with accents stay whole, and are the same as those without", () => {
  expect(foldText("J. Mu\u0308ller-Łęcki: Ångström’s")).toBe("j muller łecki angstrom s");
  expect(foldText("Müller")).toBe(foldText("Muller"));
  expect(foldText("  «Hats», 帽子!  ")).toBe("hats 帽子");
});
