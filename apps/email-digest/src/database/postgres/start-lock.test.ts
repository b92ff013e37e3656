import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
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
      withStartLock(file, Infinity, async () => {
        working += 1;
        most = Math.max(most, working);
        await readdir(folder);
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

// Without an end to its patience nobody who waits for the dead comes to work.
test.each([
  ["of one that died", { starting: `${NOBODY} dead` }],
  ["of one that died before it could say who it is", { starting: "" }],
  [
    "where the one who was about to do so died",
    { starting: `${NOBODY} dead`, "starting.dead": `${NOBODY} too` },
  ],
])("a lock is taken over at once: %s", async (_case, locks) => {
  for (const [name, holder] of Object.entries(locks)) await writeFile(join(folder, name), holder);
  const holder = await withStartLock(file, Infinity, () => readFile(file, "utf8"));
  expect(holder).toMatch(`${process.pid} `);
  expect(await readdir(folder)).toEqual([]);
});
