import { loadCv } from "@triptych/data";
import { crossCheck, type Cv } from "@triptych/schema";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../support/places.ts";
import { growRecord } from "./grow-record.ts";

async function loadRecord(): Promise<Cv> {
  const result = await loadCv(join(ROOT, "packages/data/content"));
  if (result.kind === "faulty") throw new Error("the record has faults");
  return result.cv;
}

test("a grown record is as free of faults as the real one, with distinct ids and titles", async () => {
  const grown = growRecord(await loadRecord(), 610);
  expect(grown.publications).toHaveLength(610);
  expect(new Set(grown.publications.map(({ id }) => id)).size).toBe(610);
  expect(new Set(grown.publications.map(({ title }) => title)).size).toBe(610);
  expect(crossCheck(grown)).toEqual([]);
});

test("the real works come first and unchanged; growing twice gives the same", async () => {
  const cv = await loadRecord();
  const grown = growRecord(cv, 200);
  expect(grown.publications.slice(0, cv.publications.length)).toEqual(cv.publications);
  expect(growRecord(cv, 200)).toEqual(grown);
});

test("new works bring new co-authors", async () => {
  const cv = await loadRecord();
  const names = (record: Cv) =>
    new Set(
      record.publications.flatMap(({ authors }) => authors.map((author) => JSON.stringify(author))),
    ).size;
  expect(names(growRecord(cv, 610))).toBeGreaterThan(2 * names(cv));
});

test("nothing cannot grow", async () => {
  const cv = await loadRecord();
  expect(() => growRecord({ ...cv, publications: [] }, 2)).toThrow("without publications");
});
