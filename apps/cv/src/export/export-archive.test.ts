import { loadCv } from "@triptych/data";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import JSZip from "jszip";
import { publishedRecord } from "@triptych/view";
import { expect, test } from "vitest";
import { writeArchive } from "./export-archive.ts";
import { EXPORT_FORMATS } from "./export-format.ts";

const FULL = resolve(import.meta.dirname, "../../../../tests/fixtures/full");

test("an archive holds the files as they are kept, the record as data, every export and a table for each list", async () => {
  const loaded = await loadCv(FULL);
  if (loaded.kind !== "valid") throw new Error("the fixture is faulty");
  const names = (await readdir(FULL)).sort();
  const content = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(FULL, name), "utf8") })),
  );
  const bytes = writeArchive(loaded.cv, content);
  const zip = await JSZip.loadAsync(bytes);
  const read = (name: string) => zip.file(name)?.async("string");
  for (const { name, text } of content) expect(await read(`content/${name}`)).toBe(text);
  expect(JSON.parse((await read("cv.json")) ?? "")).toEqual(
    JSON.parse(JSON.stringify(publishedRecord(loaded.cv))),
  );
  for (const { write, file } of Object.values(EXPORT_FORMATS))
    expect(await read(`exports/${file}`)).toBe(write(loaded.cv).text);
  for (const name of Object.keys(EXPORT_FORMATS))
    expect(await read("exports/LOSSES.txt")).toContain(`${name}\n`);
  for (const [key, value] of Object.entries(publishedRecord(loaded.cv)))
    expect(zip.file(`tables/${key}.csv`) !== null, key).toBe(
      Array.isArray(value) && value.length > 0,
    );
  expect(writeArchive(loaded.cv, content)).toEqual(bytes);
  expect(await read("README.txt")).toContain("content/");
  const selected = await JSZip.loadAsync(writeArchive(loaded.cv, []));
  expect(await selected.file("README.txt")?.async("string")).not.toContain("content/");
});
