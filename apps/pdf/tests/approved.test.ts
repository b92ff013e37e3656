import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { APPROVED, loadExample, pageFile, structureFile } from "./sample/approved.ts";
import { inspectPdf } from "./reading/inspected-pdf.ts";
import { readContents, writeContents } from "./reading/page-content.ts";
import { countDifferences, drawPage, looksLike, readPng } from "./reading/page-picture.ts";
import { renderSample } from "./sample/sample-render.ts";
import { writeStructureText } from "./reading/structure-text.ts";

const { cv, variants } = await loadExample();
const HOW =
  "If it is meant to be so: node scripts/go.mjs run pnpm --filter @triptych/pdf run approve, and look at apps/pdf/tests/approved";

describe.each(variants)("the variant $id", (variant) => {
  test("has the structure that was approved", async () => {
    const { inspected } = await renderSample(cv, { variant });
    expect(writeStructureText(inspected), HOW).toBe(
      await readFile(join(APPROVED, structureFile(variant)), "utf8"),
    );
  });

  test("looks as its approved pages do", async () => {
    const { inspected, pages } = await renderSample(cv, { variant });
    const own = (await readdir(APPROVED)).filter((file) =>
      new RegExp(`^${variant.id}-\\d+\\.png$`).test(file),
    );
    expect(own, HOW).toHaveLength(pages);
    for (let page = 1; page <= pages; page += 1) {
      const approved = readPng(await readFile(join(APPROVED, pageFile(variant, page))));
      expect(
        countDifferences(drawPage(inspected, page - 1), approved),
        `page ${page}. ${HOW}`,
      ).toBeLessThanOrEqual(40);
    }
  });
});

test.each(["0 1", "1 0", "0 -1"])("what moves by %s points is seen", async (offset) => {
  const { inspected, pdf } = await renderSample(cv);
  const moved = inspectPdf(pdf);
  const page = moved.document.findPage(0);
  writeContents(page, `1 0 0 1 ${offset} cm\n${readContents(page)}`);
  expect(looksLike(drawPage(inspected, 0), drawPage(inspected, 0))).toBe(true);
  expect(looksLike(drawPage(moved, 0), drawPage(inspected, 0))).toBe(false);
});

test("a missing run of text is seen", async () => {
  const { inspected, pdf } = await renderSample(cv);
  const other = inspectPdf(pdf);
  const page = other.document.findPage(0);
  const contents = readContents(page);
  const spoilt = contents.replace(/BT [^B]*? ET/, "");
  expect(spoilt).not.toBe(contents);
  writeContents(page, spoilt);
  expect(looksLike(drawPage(other, 0), drawPage(inspected, 0))).toBe(false);
});
