import { expect, test } from "vitest";
import { bindWords } from "./bound-words.ts";

const bound = (...texts: string[]) =>
  bindWords(texts.map((text) => ({ text }))).map(({ text }) => text);

test("a short last word keeps the word before it", () => {
  expect(bound("Award", ", awarded to 8%")).toEqual(["Award", ", awarded to\u00a08%"]);
  expect(bound("Dacheng Tao")).toEqual(["Dacheng\u00a0Tao"]);
});

test("a long one, a single one and none stay as they are", () => {
  expect(bound("Sparse Optimization")).toEqual(["Sparse Optimization"]);
  expect(bound("A Supercalifragilisticexpialidocious End")).toEqual([
    "A Supercalifragilisticexpialidocious End",
  ]);
  expect(bound("one ", "word")).toEqual(["one ", "word"]);
  expect(bound()).toEqual([]);
});

test("the owner's name is bound wherever it stands, if a line surely holds it", () => {
  const owner = (text: string) =>
    bindWords([{ text, role: "owner" }, { text: ", A Long Companion" }])[0]?.text;
  expect(owner("Ada Example")).toBe("Ada\u00a0Example");
  expect(owner("Ada Maria Magdalena Example")).toBe("Ada Maria Magdalena Example");
});

test("short brackets are bound, long ones are not", () => {
  expect(bound("at Austin (UT Austin), United States")).toEqual([
    "at Austin (UT\u00a0Austin), United\u00a0States",
  ]);
  expect(bound("deployment (with system and hardware codesign) everywhere")).toEqual([
    "deployment (with system and hardware codesign) everywhere",
  ]);
});
