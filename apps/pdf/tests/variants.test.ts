import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { documentRecord, fullVariant, listVariants, narrowVariant } from "@triptych/view";
import { beforeAll, describe, expect, test } from "vitest";
import { loadExample } from "./sample/approved.ts";
import { checkPdf } from "./rules/check-pdf.ts";
import {
  findMisplaced,
  joinTargets,
  listExpectedEntries,
  listExpectedLines,
  listExpectedTargets,
  listStructuredEntries,
  listStructuredTargets,
  readPageText,
} from "./sample/cv-agreement.ts";
import { listFonts } from "./rules/font-rules.ts";
import { readAttachments } from "./reading/inspected-pdf.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./reading/page-layout.ts";
import { readByPdfjs } from "./reading/pdfjs-text.ts";
import { flatten } from "./reading/plain.ts";
import { frameOf, loadRecord, type Rendered, renderSample, SITE } from "./sample/sample-render.ts";
import { language } from "../src/words.ts";

const own = await loadRecord();
const example = await loadExample();
/** The full variant of the record has a test of its own, on both papers. */
const CASES = [
  ...listVariants(own, language)
    .filter(({ id }) => id !== "full")
    .map((variant) => ({ record: "the record", cv: own, variant, id: variant.id })),
  ...example.variants.map((variant) => ({
    record: "the example",
    cv: example.cv,
    variant,
    id: variant.id,
  })),
].flatMap((known) =>
  (known.variant.pages === undefined ? (["a4"] as const) : (["a4", "letter"] as const)).map(
    (paper) => ({ ...known, paper }),
  ),
);

/** What a program says of the file; undefined where it is not installed. */
async function ask(pdf: Buffer, program: string, ...input: string[]): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-pdf-"));
  try {
    await writeFile(join(folder, "asked.pdf"), pdf);
    return (await promisify(execFile)(program, [...input, join(folder, "asked.pdf")])).stdout;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.each(CASES)("$id of $record on $paper", ({ cv, variant, paper }) => {
  let made: Rendered;
  beforeAll(async () => {
    made = await renderSample(cv, { variant, paper });
  });

  test("keeps to every rule, and to the pages it may have", () => {
    expect(checkPdf(made.pdf)).toEqual([]);
    expect(made.pages).toBeLessThanOrEqual(variant.pages ?? Infinity);
  });

  test("tells every entry in order, by its structure and to two programs that know none", async () => {
    expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
    expect(listExpectedLines(made.document).length).toBeGreaterThan(0);
    expect(
      findMisplaced(readPageText(made.inspected), listExpectedLines(made.document)),
    ).toBeUndefined();
    const pages = await readByPdfjs(made.pdf);
    // pdf.js puts a break and no space where a line ends.
    const seen = flatten(pages.map(({ text }) => text).join("\n")).replaceAll(" ", "");
    const lost = listExpectedLines(made.document).filter(
      (line) => !seen.includes(line.replaceAll(" ", "")),
    );
    // An entry that goes on over pages has a running head between its parts.
    expect(lost.filter((line) => line.length < 600)).toEqual([]);
  });

  test("carries the record of what it shows and no more", () => {
    const { "cv.json": text = "" } = readAttachments(made.inspected);
    expect(JSON.parse(text)).toEqual(documentRecord(cv, variant));
    for (const own of [cv.settings.digest?.note, "Exempla Erstwhile", "Łukasz Dawny"])
      if (own !== undefined) expect(text).not.toContain(own);
    if (variant.sections?.includes("references") === false)
      for (const { email } of cv.references)
        if (email !== undefined) expect(text).not.toContain(email);
  });

  test("stays between the margins and paints nothing over", () => {
    const boxes = readPaintedBoxes(made.inspected.document);
    expect({ outside: findOutside(boxes, frameOf(paper)), overlaps: findOverlaps(boxes) }).toEqual({
      outside: [],
      overlaps: [],
    });
  });

  test("leads where the document leads", () => {
    expect(joinTargets(listStructuredTargets(made.inspected))).toEqual(
      joinTargets(listExpectedTargets(made.document, SITE)),
    );
  });

  test("embeds parts of its fonts and no others", () => {
    const fonts = listFonts(made.inspected).map(({ name, font }) => ({
      name,
      kind: font.get("Subtype").asName(),
    }));
    expect(fonts.length).toBeGreaterThan(3);
    expect(
      fonts.filter(
        ({ name, kind }) => kind !== "Type0" || !/^[A-Z]{6}\+(Source|Noto|Vazirmatn)/.test(name),
      ),
    ).toEqual([]);
  });

  test("pleases qpdf and poppler, where they are installed", async () => {
    const clean = "No syntax or stream encoding errors";
    expect((await ask(made.pdf, "qpdf", "--check")) ?? clean).toContain(clean);
    expect((await ask(made.pdf, "pdfinfo")) ?? "Tagged: yes").toMatch(/Tagged: +yes/);
  });
});

test("what is narrowed to a start carries nothing older", async () => {
  const variant = narrowVariant(fullVariant(language), "2024", language);
  const { inspected } = await renderSample(own, { variant });
  const { "cv.json": text = "" } = readAttachments(inspected);
  expect(JSON.parse(text)).toEqual(documentRecord(own, variant));
  expect(own.talks.some(({ date }) => date < "2024")).toBe(true);
  expect(documentRecord(own, variant).talks.every(({ date }) => date >= "2024")).toBe(true);
});
