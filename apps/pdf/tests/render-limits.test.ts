import { Cv } from "@triptych/schema";
import { fullVariant } from "@triptych/view";
import { language } from "../src/words.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPdf } from "./rules/check-pdf.ts";
import {
  findMisplaced,
  listExpectedEntries,
  listExpectedLines,
  listStructuredEntries,
  readPageText,
} from "./sample/cv-agreement.ts";
import { inspectPdf } from "./reading/inspected-pdf.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./reading/page-layout.ts";
import { readByPdfjs } from "./reading/pdfjs-text.ts";
import { flatten } from "./reading/plain.ts";
import { HOSTILE_RECORD, MINIMAL_RECORD, SMALL_RECORD } from "./sample/sample-record.ts";
import { frameOf, loadRecord, type Rendered, renderSample, SITE } from "./sample/sample-render.ts";
import { explainFailure } from "../src/document/failure.ts";
import { renderCv } from "../src/document/render-cv.tsx";
import { LINE } from "../src/components/styles.ts";

const ORDINARY = {
  variant: fullVariant(language),
  paper: "a4",
  site: undefined,
  date: new Date(0),
} as const;

/** Where a word is broken the page has a line's end that the record has not. */
const squeeze = (text: string) => text.replaceAll(" ", "");

/** Everything wrong with a rendering; all of it empty where nothing is. */
function faultsOf({ pdf, document, inspected }: Rendered, paper: "a4" | "letter" = "a4") {
  const boxes = readPaintedBoxes(inspected.document);
  return {
    violations: checkPdf(pdf),
    outside: findOutside(boxes, frameOf(paper)),
    overlaps: findOverlaps(boxes),
    misplaced: findMisplaced(
      squeeze(readPageText(inspected)),
      listExpectedLines(document).map(squeeze),
    ),
  };
}

const NO_FAULTS = { violations: [], outside: [], overlaps: [], misplaced: undefined };

describe("what is rendered", () => {
  test("a name alone: a page with one heading", async () => {
    const made = await renderSample(MINIMAL_RECORD);
    expect(made.pages).toBe(1);
    expect(faultsOf(made)).toEqual(NO_FAULTS);
    expect(
      made.inspected.elements.map((element) => [
        element.type,
        flatten(made.inspected.textOf(element)),
      ]),
    ).toEqual([
      ["Document", "Ada Example"],
      ["H1", "Ada Example"],
    ]);
  });

  test("a small record, which leads to the site only where there is one", async () => {
    const made = await renderSample(SMALL_RECORD);
    expect(faultsOf(made)).toEqual(NO_FAULTS);
    expect(made.inspected.links.map(({ address }) => address)).toContain(
      `${SITE}/publications/first-sample/`,
    );
    const alone = await renderCv({ ...ORDINARY, cv: SMALL_RECORD });
    const links =
      alone.kind === "rendered" ? inspectPdf(alone.pdf).links.map(({ address }) => address) : [];
    expect(links).toContain("https://doi.org/10.1000/first");
    expect(links.filter((address) => address.includes("/publications/"))).toEqual([]);
  });

  test.each(["a4", "letter"] as const)("a record that breaks layouts, on %s", async (paper) => {
    const made = await renderSample(HOSTILE_RECORD, { paper });
    expect(faultsOf(made, paper)).toEqual(NO_FAULTS);
    const seen = (await readByPdfjs(made.pdf)).flatMap(({ boxes }) => boxes);
    expect(seen.length).toBeGreaterThan(150);
    expect({ outside: findOutside(seen, frameOf(paper)), overlaps: findOverlaps(seen) }).toEqual({
      outside: [],
      overlaps: [],
    });
    expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
    expect(made.pages).toBeLessThan(8);
  });

  test("any words, however long, without a hyphen more", async () => {
    const words = fc
      .array(fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.stringMatching(/^[A-Zfi]{20,90}$/)), {
        minLength: 1,
        maxLength: 25,
      })
      .map((parts) => parts.join(" "));
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        fc.array(words, { minLength: 1, maxLength: 4 }),
        async (title, host, organisers) => {
          const made = await renderSample(
            Cv.parse({
              profile: { name: "Ada Example" },
              talks: [{ title, host, organisers, date: "2021" }],
            }),
          );
          expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
          // The line breaker counts on spaces that can be narrower than they end up being.
          const { right, ...frame } = frameOf("a4");
          expect(
            findOutside(readPaintedBoxes(made.inspected.document), { ...frame, right: right + 3 }),
          ).toEqual([]);
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 30_000, endOnFailure: true },
    );
  });

  test("the same record in the same bytes, whatever was rendered before", async () => {
    const talk = Cv.parse({
      profile: { name: "Ada Example" },
      talks: [{ title: "A Talk", host: "A Host", organisers: ["Bob"], date: "2021" }],
    });
    const before = await renderSample(talk);
    for (const record of [SMALL_RECORD, MINIMAL_RECORD, HOSTILE_RECORD]) await renderSample(record);
    const after = await renderSample(talk);
    expect(listStructuredEntries(after.inspected)).toEqual([
      ["2021", "A Talk, A Host. Organiser: Bob"],
    ]);
    expect(after.pdf.equals(before.pdf)).toBe(true);
  });

  test("another name, in other bytes", async () => {
    const other = await renderSample(Cv.parse({ profile: { name: "Ida Example" } }));
    expect(other.pdf.equals((await renderSample(MINIMAL_RECORD)).pdf)).toBe(false);
  });

  test("as many pages as the variant allows", async () => {
    const { pages } = await renderSample(SMALL_RECORD);
    expect(
      (await renderSample(SMALL_RECORD, { variant: { ...fullVariant(language), pages } })).pages,
    ).toBe(pages);
  });
});

describe("what is not rendered", () => {
  test("more pages than the variant allows, with how much is too much, where it begins and what is left out already", async () => {
    const variant = {
      ...fullVariant(language),
      pages: 2,
      sections: ["positions" as const, "publications" as const],
      works: { kinds: ["conference" as const] },
    };
    const cv = await loadRecord();
    const result = await renderCv({ ...ORDINARY, cv, variant });
    if (result.kind !== "too-long") throw new Error(result.kind);
    expect(result).toMatchObject({
      allowed: 2,
      first: expect.stringMatching(/^Publications, “.+”$/),
    });
    // A page of A4 holds 57 lines of running text; the last one of these is filled in part.
    expect(Math.ceil(result.lines / 57)).toBe(result.pages - 2);
    expect(result.lines - (result.millimetres * 72) / 25.4 / LINE).toBeLessThan(1.2);
    expect(explainFailure(result, variant)).toMatch(
      /^The variant full may have 2 pages and needs \d+: it is \d+ lines \(\d+ mm\) too long\. The first entry without a place is Publications, “.+”\. Its own rules already leave out \d+ of \d+ in Publications; all of Education \(\d+\), .+ Choose fewer/,
    );
  });
});
