import { loadCv } from "@triptych/data";
import { Cv } from "@triptych/schema";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { checkPdf } from "./rules/check-pdf.ts";
import {
  findMisplaced,
  listExpectedEntries,
  listExpectedLines,
  listStructuredEntries,
  readPageText,
} from "./sample/cv-agreement.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./reading/page-layout.ts";
import { frameOf, type Rendered, renderSample } from "./sample/sample-render.ts";

const FIXTURES = fileURLToPath(new URL("../../../tests/fixtures", import.meta.url));

describe.each(["minimal", "full", "humanist", "industry", "independent"])(
  "the example record %s",
  (name) => {
    let made: Rendered;

    beforeAll(async () => {
      const loaded = await loadCv(`${FIXTURES}/${name}`);
      if (loaded.kind !== "valid") throw new Error(JSON.stringify(loaded.faults));
      made = await renderSample(loaded.cv);
    });

    test("keeps to every rule", () => expect(checkPdf(made.pdf)).toEqual([]));

    test("tells every entry word by word and in order, by its structure and on its pages", () => {
      expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
      expect(
        findMisplaced(readPageText(made.inspected), listExpectedLines(made.document)),
      ).toBeUndefined();
    });

    test("stays between the margins and paints nothing over", () => {
      const boxes = readPaintedBoxes(made.inspected.document);
      expect(findOutside(boxes, frameOf("a4"))).toEqual([]);
      expect(findOverlaps(boxes)).toEqual([]);
    });
  },
);

const KINDS = [
  "book",
  "chapter",
  "conference",
  "journal",
  "preprint",
  "patent",
  "software",
] as const;

/** A crowded career: a thousand works of several kinds in eight years, made up as the test runs. */
function makeThousand(): Cv {
  const publications = Array.from({ length: 1000 }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? "preprint";
    const place = {
      conference: { venue: "excon" },
      journal: { venue: "jit" },
      chapter: { book: `Handbook ${index}` },
    };
    const where =
      kind === "conference" || kind === "journal" || kind === "chapter" ? place[kind] : {};
    return {
      id: `work-${index}`,
      title: `The ${index}th Study of Everything`,
      authors: ["Ada Example", `Co-author ${index % 90}`, `Colleague ${index % 11}`],
      appearances: [{ kind, date: String(2024 - (index % 8)), ...where }],
    };
  });
  const venues = [
    { id: "excon", name: "Conference on Examples", acronym: "EXCON", kind: "conference" as const },
    { id: "jit", name: "Journal of Imaginary Textiles", kind: "journal" as const },
  ];
  return Cv.parse({ profile: { name: "Ada Example" }, venues, publications });
}

describe("a thousand works", () => {
  test("fit on as many pages as they need, by every rule and in order", async () => {
    const made = await renderSample(makeThousand());
    expect(made.pages).toBeGreaterThan(20);
    expect(checkPdf(made.pdf)).toEqual([]);
    expect(
      findMisplaced(readPageText(made.inspected), listExpectedLines(made.document)),
    ).toBeUndefined();
    const boxes = readPaintedBoxes(made.inspected.document);
    expect(findOutside(boxes, frameOf("a4"))).toEqual([]);
    expect(findOverlaps(boxes.slice(0, 400))).toEqual([]);
  });
});
