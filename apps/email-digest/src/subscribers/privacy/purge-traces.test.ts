import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../database/open-database.ts";
import { FOLDER, openTestDatabase } from "../../testing/test-database.ts";
import { eraseAddress } from "./erase-address.ts";
import { purgeErased } from "./purge-traces.ts";

const SECRET = "a secret for tests";
const now = new Date("2026-01-01T12:00:00Z");

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("what was erased is due until its traces are gone, however long that fails", async () => {
  const { db } = database;
  expect(await purgeErased(db)).toEqual({ kind: "nothing-due" });
  await eraseAddress(db, SECRET, "gone@example.org", now);
  await sql`ALTER TABLE sign_ups RENAME TO elsewhere`.execute(db);
  for (let hour = 0; hour < 2; hour += 1)
    expect(await purgeErased(db)).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("sign_ups"),
    });
  await sql`ALTER TABLE elsewhere RENAME TO sign_ups`.execute(db);
  expect(await purgeErased(db)).toEqual({ kind: "purged" });
  expect(await purgeErased(db)).toEqual({ kind: "nothing-due" });
});

test("a server that keeps its log is told of and left as it is", async () => {
  await sql`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET wal_recycle = on', current_database()); END $$`.execute(
    database.db,
  );
  const other = await openDatabase(database.url, FOLDER);
  const settings = async () =>
    (
      await sql`SELECT sourcefile, setting FROM pg_file_settings WHERE name = 'wal_recycle'`.execute(
        other.db,
      )
    ).rows;
  const before = await settings();
  await eraseAddress(other.db, SECRET, "gone@example.org", now);
  expect(await purgeErased(other.db)).toMatchObject({
    kind: "partly",
    reason: expect.stringContaining("wal_recycle"),
  });
  expect(await purgeErased(other.db)).toEqual({ kind: "nothing-due" });
  expect(await settings()).toEqual(before);
  await other.close();
});
