import fc from "fast-check";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { checkDump } from "../database/backup/read-dump.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { chooseKept, keepBackup, listBackups } from "./keep-backups.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("one a day is written, whole, for its owner alone; old ones go, other files stay", async () => {
  const base = await mkdtemp(join(tmpdir(), "triptych-backups-"));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const folder = join(base, "backups");
  const backUp = (day: string) =>
    keepBackup({
      db: database.db,
      now: new Date(`${day}T03:00:00Z`),
      folder,
      secrets: ["a secret of more than enough letters"],
      journalFolder: join(base, "journal"),
      passphrase: undefined,
    });
  expect(await listBackups(folder)).toEqual([]);
  expect(await backUp("2026-03-30")).toBe(true);
  expect(await backUp("2026-03-30")).toBe(false);
  await writeFile(join(folder, "mine.txt"), "");
  for (let day = 1; day <= 9; day += 1) await backUp(`2026-04-0${day}`);
  expect(await listBackups(folder)).toEqual([
    "2026-03-30",
    "2026-04-01",
    ...[3, 4, 5, 6, 7, 8, 9].map((day) => `2026-04-0${day}`),
  ]);
  expect(await readdir(folder)).toContain("mine.txt");
  const file = join(folder, "digest-2026-04-09.backup");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await checkDump(file)).toMatchObject({ kind: "whole" });
});

const someDay = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("kept are the last seven, one a month for a year, and never more", () => {
  fc.assert(
    fc.property(fc.uniqueArray(someDay, { maxLength: 200 }), (unsorted) => {
      const days = unsorted.toSorted();
      const kept = chooseKept(days);
      for (const day of days.slice(-7)) expect(kept.has(day)).toBe(true);
      expect(kept.size).toBeLessThanOrEqual(19);
      // Pruned each day, nothing that is wanted later is lost.
      expect(chooseKept(days.filter((day) => kept.has(day)))).toEqual(kept);
    }),
  );
});
