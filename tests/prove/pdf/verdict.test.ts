import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT, STATE } from "../../support/places.ts";
import { askVeraPdf, findHindrance } from "./verdict.ts";
import { writePdfs } from "./written-pdfs.ts";

test("veraPDF finds nothing in any variant of the full record, and something in a spoiled one", async ({
  skip,
}) => {
  const hindrance = await findHindrance();
  if (hindrance !== undefined) skip(`veraPDF was not asked: ${hindrance}`);
  await mkdir(STATE, { recursive: true });
  const folder = await mkdtemp(join(STATE, "verdict-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = await writePdfs(join(ROOT, "tests/fixtures/full"), folder);
  expect(files.length).toBeGreaterThan(2);
  const spoiled = join(folder, "spoiled.pdf");
  const whole = await readFile(files[0] ?? "", "latin1");
  await writeFile(spoiled, whole.replace("/Marked true", "/Marked null"), "latin1");
  const verdicts = await askVeraPdf([...files, spoiled]);
  expect(verdicts).toHaveLength((files.length + 1) * 2);
  const broken = verdicts.filter((verdict) => verdict.broken.length > 0);
  expect(broken.map(({ file, profile }) => [file, profile])).toEqual([
    [spoiled, "ua1"],
    [spoiled, "3a"],
  ]);
});
