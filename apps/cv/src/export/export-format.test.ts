import { loadCv } from "@triptych/data";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { EXPORT_FORMATS, formatLosses, isExportFormat } from "./export-format.ts";

test("every format takes the whole record, and says what it cannot hold", async () => {
  const result = await loadCv(resolve(import.meta.dirname, "../../../../packages/data/content"));
  if (result.kind === "faulty") throw new Error("the content is faulty");
  for (const [name, { write }] of Object.entries(EXPORT_FORMATS)) {
    const { text, losses } = write(result.cv);
    for (const { title } of result.cv.publications.slice(0, 1))
      expect(text.replaceAll(/[{}]/g, ""), name).toContain(title);
    expect(formatLosses(losses).split("\n").length).toBeLessThanOrEqual(Math.max(1, losses.length));
  }
  expect(isExportFormat("bibtex")).toBe(true);
  expect(isExportFormat("word")).toBe(false);
});

test("losses of the same kind are one line", () => {
  const losses = ["a", "b", "c", "d"].map((workId) => ({
    workId,
    field: "honours",
    reason: "no field",
  }));
  expect(formatLosses(losses)).toBe("not held  honours: no field (a, b, c and 1 more)");
});
