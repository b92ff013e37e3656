import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words } from "../words.ts";
import { bundleScripts } from "./bundle-scripts.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scripts-"));
  await bundleScripts(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (name: string) => readFile(join(folder, `${name}.js`));

test("every page loads at most 1 kB, a list of works at most 3 kB in all", async () => {
  const [site, publications] = [
    brotliCompressSync(await read("site")).length,
    brotliCompressSync(await read("publications")).length,
  ];
  expect(site).toBeLessThanOrEqual(1000);
  expect(site + publications).toBeLessThanOrEqual(3000);
});

test("the scripts write no markup and evaluate no text, as the site's policy asks", async () => {
  for (const name of ["site", "publications"])
    expect((await read(name)).toString()).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|Function\(/,
    );
});

test("the scripts carry the words they say and no others", async () => {
  const [site, publications] = [await read("site"), await read("publications")].map(String);
  expect(site).toContain(JSON.stringify(words.scripts.copied));
  expect(publications).toContain(JSON.stringify(words.scripts.noMatch));
  expect(publications).toMatch(/\$\{\w+\} of \$\{/);
  expect(`${site}${publications}`).not.toContain("WORDS");
});
