import { loadCv } from "@triptych/data";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { checkPdf } from "./check/check-pdf.ts";
import { findMisplaced, listExpectedEntries, listExpectedLines, listStructuredEntries, readPageText } from "./check/cv-agreement.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./check/page-layout.ts";
import { frameOf, type Rendered, renderSample } from "./check/sample-render.ts";

const FIXTURES = fileURLToPath(new URL("../../../tests/fixtures", import.meta.url));

describe.each(["minimal", "full", "humanist", "industry"])("the example record %s", (name) => {
  let made: Rendered;

  beforeAll(async () => {
    const loaded = await loadCv(`${FIXTURES}/${name}`);
    if (loaded.kind !== "valid") throw new Error(JSON.stringify(loaded.faults));
    made = await renderSample(loaded.cv);
  });

  test("keeps to every rule", () => expect(checkPdf(made.pdf)).toEqual([]));

  test("tells every entry word by word and in order, by its structure and on its pages", () => {
    expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
    expect(findMisplaced(readPageText(made.inspected), listExpectedLines(made.document))).toBeUndefined();
  });

  test("stays between the margins and paints nothing over", () => {
    const boxes = readPaintedBoxes(made.inspected.document);
    expect(findOutside(boxes, frameOf("a4"))).toEqual([]);
    expect(findOverlaps(boxes)).toEqual([]);
  });
});
