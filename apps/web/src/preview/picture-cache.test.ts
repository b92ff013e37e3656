import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepPicture, pruneCache } from "./picture-cache.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-pictures-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NOW = new Date("2026-11-28T12:00:00Z");
const hoursBefore = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const draw = (text: string) => () => Buffer.from(text);

test("a picture is drawn once, and pruned a day after its last use", async () => {
  for (const name of ["used.png", "other.png", "old.png"]) {
    await keepPicture(folder, name, NOW, draw(name));
    await utimes(join(folder, name), hoursBefore(100), hoursBefore(100));
  }
  await keepPicture(folder, "other.png", hoursBefore(20), draw("never drawn"));
  expect((await keepPicture(folder, "used.png", NOW, draw("never drawn"))).toString()).toBe("used.png");
  await pruneCache(folder, NOW);
  expect((await readdir(folder)).sort()).toEqual(["other.png", "used.png"]);
});
