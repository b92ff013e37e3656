import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeLock, withStartLock } from "./start-lock.ts";

/** An id that no process has. */
const NOBODY = 2_147_483_647;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-lock-"));
  file = join(folder, "starting");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("many that find the lock of one that died work one after the other, and leave nothing behind", async () => {
  let [working, most] = [0, 0];
  for (let round = 0; round < 5; round += 1) {
    await writeFile(file, `${NOBODY} dead`);
    const work = () =>
      withStartLock(file, 10_000, async () => {
        working += 1;
        most = Math.max(most, working);
        await wait(1);
        working -= 1;
      });
    await Promise.all(Array.from({ length: 5 }, work));
  }
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
}, 60_000);

test("a lock that is another one by now stays", async () => {
  await writeFile(file, `${process.pid} alive`);
  await removeLock(file, `${NOBODY} dead`);
  expect(await readFile(file, "utf8")).toBe(`${process.pid} alive`);
  await removeLock(file, `${process.pid} alive`);
  expect(await readdir(folder)).toEqual([]);
});

test("a lock is taken over also where the one who was about to do so died", async () => {
  await writeFile(file, `${NOBODY} dead`);
  await writeFile(`${file}.dead`, `${NOBODY} too`);
  expect(await withStartLock(file, 10_000, () => readFile(file, "utf8"))).toMatch(
    `${process.pid} `,
  );
  expect(await readdir(folder)).toEqual([]);
});
