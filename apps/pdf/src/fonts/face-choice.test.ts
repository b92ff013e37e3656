import { Font } from "@react-pdf/renderer";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { SMALL_RECORD } from "../../tests/sample/sample-record.ts";
import { renderSample } from "../../tests/sample/sample-render.ts";
import { loadTextFaces } from "./text-faces.ts";
import { chooseFaces, NO_FALLBACK, type TextFaces } from "./face-choice.ts";

let textFaces: TextFaces;
beforeAll(async () => {
  textFaces = await loadTextFaces();
});

const registered = () =>
  Object.keys(Font.getRegisteredFonts()).filter((family) => /Noto|Vazir/.test(family));

test("a record in Latin letters reads no fallback font", async () => {
  await renderSample(SMALL_RECORD);
  const european = [
    "Łódź",
    "Đặng Thị Ngọc Ánh",
    "Şükrü ıİ",
    "Пётр Чайковский",
    "Ελένη Παπαδοπούλου",
    "q̃",
  ];
  expect(await chooseFaces(european, textFaces)).toBe(NO_FALLBACK);
  expect(registered()).toEqual([]);
});

test("a Chinese name reads the parts that hold its characters", async () => {
  const { split, missing } = await chooseFaces(["Ada 刘世炜"], textFaces);
  expect(missing).toEqual([]);
  expect(split("Ada 刘世炜").map(({ text }) => text)).toEqual(["Ada ", "刘", "世", "炜"]);
  expect(registered().length).toBeGreaterThan(0);
  expect(registered().every((family) => family.startsWith("Noto Serif SC"))).toBe(true);
  expect(registered().length).toBeLessThanOrEqual(3);
});

test.each([
  ["骨", /^Noto Serif SC/],
  ["骨のさくら", /^Noto Serif JP/],
  ["骨 김철수", /^Noto Serif KR/],
])("the ideograph of %s has the form of its language", async (text, family) => {
  const { split } = await chooseFaces([text], textFaces);
  expect(split(text)[0]?.family).toMatch(family);
});

test.each([
  ["a Japanese record", ["骨", "機械学習の研究", "東京大学"], /^Noto Serif JP/],
  ["a Korean record", ["骨", "서울대학교", "金"], /^Noto Serif KR/],
  ["a Chinese record with one Japanese title", ["骨", "刘世炜", "さくら"], /^Noto Serif SC/],
])("ideographs alone have the form of %s", async (_record, texts, family) => {
  const { split } = await chooseFaces(texts, textFaces);
  expect(split("骨")[0]?.family).toMatch(family);
});

test("words from right to left are one piece, and the spaces and signs between them", async () => {
  const { split } = await chooseFaces(["by משה כהן", "מי, משה? in 2021", "محمد علي"], textFaces);
  expect(split("by משה כהן").map(({ text }) => text)).toEqual(["by ", "משה כהן"]);
  expect(split("מי, משה? in 2021").map(({ text }) => text)).toEqual(["מי, משה? ", "in 2021"]);
  expect(split("محمد علي")).toEqual([{ text: "محمد علي", family: "Vazirmatn" }]);
});

test("a sign that one of the text faces draws is set in that face", async () => {
  const { split, missing } = await chooseFaces(["∀x ✓", "∑"], textFaces);
  expect(missing).toEqual([]);
  expect(split("∀x ✓")).toEqual([{ text: "∀", family: "Sans" }, { text: "x ✓" }]);
});

test("what no font draws is named once", async () => {
  const { missing } = await chooseFaces(["ᚠ", "ᚠ and 𓀀"], textFaces);
  expect(missing.map(({ cluster }) => cluster)).toEqual(["ᚠ", "𓀀"]);
});

test("a text is split and never changed", async () => {
  const part = fc.constantFrom(
    "Ada ",
    "刘",
    "さ",
    "김",
    "משה",
    " ",
    "محمد",
    ", ",
    "x̂",
    "ℝ",
    "😀",
    "ᚠ",
    "刘\u0303",
    "क्षि",
    "\u00ad",
    "(",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 10 }).map((parts) => parts.join("")),
      async (text) => {
        const { split } = await chooseFaces([text], textFaces);
        expect(
          split(text)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      },
    ),
    { numRuns: 100 },
  );
});
