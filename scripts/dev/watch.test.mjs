import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isLeaving, watchFolders } from "./watch.mjs";

test.each([
  ["profile.yaml", false],
  ["lists/talks.yaml", false],
  [".profile.yaml.swp", true],
  ["profile.yaml~", true],
  ["profile.yaml.swp", true],
  ["lists/.#talks.yaml", true],
  ["profile.yaml.1234.tmp", true],
  ["4913", false],
  [null, false],
])("%s is a leaving of an editor: %s", (name, expected) => {
  expect(isLeaving(name)).toBe(expected);
});

test("a change in a folder below is told; folders that are not there are none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "triptych-watch-"));
  await mkdir(join(folder, "below"));
  const changed = new Promise((done) => {
    watchFolders([join(folder, "missing"), folder], () => done("told"));
  });
  await writeFile(join(folder, "below", "a.yaml"), "a: 1\n");
  expect(await changed).toBe("told");
  await rm(folder, { recursive: true });
});
