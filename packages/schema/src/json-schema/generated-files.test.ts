import { readdir, readFile } from "node:fs/promises";
import { expect, expectTypeOf, test } from "vitest";
import type { Cv as GeneratedCv } from "../../generated/cv.d.ts";
import type { CvInput } from "../cv.ts";
import { generatedFiles } from "./generated-files.ts";

const folder = new URL("../../generated/", import.meta.url);

test("what is committed under generated/ is what the schema gives today; if not, run `pnpm generate` in packages/schema", async () => {
  const files = await generatedFiles();
  expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files))
    expect(await readFile(new URL(name, folder), "utf8"), name).toBe(text);
});

test("the generated type is the one Zod infers, down to optional keys; the type checker judges", () => {
  expectTypeOf<GeneratedCv>().toEqualTypeOf<CvInput>();
});
