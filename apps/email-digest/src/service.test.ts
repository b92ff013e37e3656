import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { readConfig } from "./config.ts";
import { openService } from "./service.ts";
import { openTestDatabase } from "./testing/test-database.ts";

const RECORD = resolve(import.meta.dirname, "../../../tests/fixtures/full");

afterEach(() => vi.unstubAllEnvs());

test("a start that fails leaves no connection behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "triptych-service-"));
  const database = await openTestDatabase();
  const { db, url } = database;
  const others = sql<{
    others: number;
  }>`select count(*) as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  try {
    for (const [name, value] of Object.entries({
      TRIPTYCH_DIR: folder,
      CV_DIR: RECORD,
      DATABASE_URL: url,
    }))
      vi.stubEnv(name, value);
    const read = readConfig();
    if (read.kind === "faulty") throw new Error(read.message);
    await writeFile(read.config.journalFolder, "no folder");
    await expect(
      openService(read.config, { isWorker: false, onError: () => undefined }),
    ).rejects.toThrow(/EEXIST|ENOTDIR/);
    await expect.poll(async () => Number((await others.execute(db)).rows[0]?.others)).toBe(0);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
