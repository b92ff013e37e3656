import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { APPROVED, loadExample, pageFile, structureFile } from "./sample/approved.ts";
import { drawPng } from "./reading/page-picture.ts";
import { renderSample } from "./sample/sample-render.ts";
import { writeStructureText } from "./reading/structure-text.ts";

// Takes what is made now for what is wanted. Look at the pictures before they are committed.
const { cv, variants } = await loadExample();
await rm(APPROVED, { recursive: true, force: true });
await mkdir(APPROVED, { recursive: true });
for (const variant of variants) {
  const { inspected, pages } = await renderSample(cv, { variant });
  await writeFile(join(APPROVED, structureFile(variant)), writeStructureText(inspected));
  for (let page = 1; page <= pages; page += 1)
    await writeFile(join(APPROVED, pageFile(variant, page)), drawPng(inspected, page - 1));
  process.stdout.write(`${variant.id}: ${pages} pages\n`);
}
