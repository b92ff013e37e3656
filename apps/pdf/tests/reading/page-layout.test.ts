import { PDFDocument } from "mupdf";
import { beforeAll, expect, test } from "vitest";
import { readContents, writeContents } from "./page-content.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./page-layout.ts";
import { SMALL_RECORD } from "../sample/sample-record.ts";
import { frameOf, renderSample } from "../sample/sample-render.ts";

let sample: Buffer;

/** The boxes of the sample with its content stream edited. */
function boxesOf(edit: (source: string) => string) {
  const document = new PDFDocument(sample);
  const page = document.findPage(0);
  writeContents(page, edit(readContents(page)));
  return readPaintedBoxes(document);
}

beforeAll(async () => {
  sample = (await renderSample(SMALL_RECORD)).pdf;
});

test("reads lines of text and drawings", () => {
  const boxes = boxesOf((source) => source);
  expect(boxes.map(({ text }) => text)).toContain("Ada Example");
  expect(boxes.some(({ kind }) => kind === "vector")).toBe(true);
  expect(findOutside(boxes, frameOf("a4"))).toEqual([]);
  expect(findOverlaps(boxes)).toEqual([]);
});

test.each(["30 0", "-30 0", "0 25", "0 -740"])("notices what is moved by %s", (offset) => {
  const outside = findOutside(
    boxesOf((source) => `1 0 0 1 ${offset} cm\n${source}`),
    frameOf("a4"),
  );
  expect(outside.length).toBeGreaterThan(0);
});

test("notices what is painted over", () => {
  const overlaps = findOverlaps(boxesOf((source) => `q ${source} Q q 1 0 0 1 4 3 cm ${source} Q`));
  expect(overlaps.length).toBeGreaterThan(5);
});
