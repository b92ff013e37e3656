import { expect, test } from "vitest";
import { explainSurroundings } from "./surroundings.ts";

test("a full disk is told in a sentence, a bug is not", () => {
  expect(explainSurroundings(Object.assign(new Error("write"), { code: "ENOSPC" }))).toContain("The disk is full");
  expect(explainSurroundings(new TypeError("x is not a function"))).toBeUndefined();
  expect(explainSurroundings("text")).toBeUndefined();
});
