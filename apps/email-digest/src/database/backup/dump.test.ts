import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { storeSampleEdition } from "../../testing/sample-edition.ts";
import { openTestDatabase } from "../../testing/test-database.ts";
import { TABLES } from "./dump.ts";
import { writeDumpFile } from "./dump-file.ts";
import { stopDatabase } from "../postgres/ensure-database.ts";
import { type Db, openDatabase } from "../open-database.ts";
import { checkDump } from "./read-dump.ts";
import { restoreDatabase } from "./restore.ts";
import { upgradeDatabase } from "../upgrade.ts";

const now = new Date("2026-01-01T12:00:00Z");

let from: Awaited<ReturnType<typeof openTestDatabase>>;
let to: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let file: string;

/** Something in every kind of column: other scripts, quotes, line breaks, lists, nothing at all. */
async function fill(db: Db): Promise<void> {
  const { number, ids } = await storeSampleEdition(db, ["accepted", "unknown", "planned"], now);
  await db
    .updateTable("subscribers")
    .set({ consent_text: 'Çalışma "x"\n\\N\t{a,b}', topics: ["Sparse, deep", 'a"b'] })
    .where("id", "=", ids[0] ?? "")
    .execute();
  await db
    .insertInto("announcements")
    .values([
      { milestone: "one:appeared", edition: number },
      { milestone: "baseline", edition: null },
    ])
    .execute();
  await db.insertInto("suppressions").values({ hash: "h", reason: "complaint", at: now }).execute();
  await db
    .insertInto("reports")
    .values({
      edition: number,
      subscriber_id: ids[0] ?? "",
      kind: "soft",
      status: null,
      reply: "",
      at: now,
    })
    .execute();
}

beforeAll(async () => {
  [from, to] = [await openTestDatabase(), await openTestDatabase()];
  folder = await mkdtemp(join(tmpdir(), "triptych-dump-"));
  // Root's server runs as nobody, who must be able to walk there.
  await chmod(folder, 0o755);
  file = join(folder, "backup.ndjson");
  await fill(from.db);
  await writeDumpFile(from.db, file, now);
});
afterAll(async () => {
  await from.close();
  await to.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  // Without the triggers that act on each row.
  await sql`TRUNCATE ${sql.join(TABLES.map((table) => sql.table(table)))} CASCADE`.execute(to.db);
});

test("no table is forgotten", async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely%'`.execute(
    from.db,
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...TABLES].toSorted());
});

describe("a backup", () => {
  test("put into an empty database and written again is the same to the byte", async () => {
    expect(await restoreDatabase(to.db, file, false)).toMatchObject({
      kind: "restored",
      at: now.toISOString(),
    });
    const again = join(folder, "again.ndjson");
    await writeDumpFile(to.db, again, now);
    expect(await readFile(again, "utf8")).toBe(await readFile(file, "utf8"));
    await rm(again);
  });

  test("lets work go on: counters continue, and the ledger still counts who is erased", async () => {
    await restoreDatabase(to.db, file, false);
    const { number, ids } = await storeSampleEdition(to.db, ["planned"], now);
    expect(number).toBe(2);
    await to.db
      .deleteFrom("subscribers")
      .where("id", "=", ids[0] ?? "")
      .execute();
    expect(
      await to.db
        .selectFrom("editions")
        .where("number", "=", 2)
        .select("erased")
        .executeTakeFirst(),
    ).toEqual({ erased: 1 });
  });

  test("does not replace what is there, unless that is said", async () => {
    await fill(to.db);
    expect(await restoreDatabase(to.db, file, false)).toEqual({ kind: "occupied" });
    expect(await restoreDatabase(to.db, file, true)).toMatchObject({ kind: "restored" });
    expect(await to.db.selectFrom("subscribers").select("id").execute()).toHaveLength(3);
  });

  test("can be read by its owner only", async () => {
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  test("that is missing, cut off, changed, foreign or newer is refused, and the database is left alone", async () => {
    await fill(to.db);
    const text = await readFile(file, "utf8");
    const spoilt = join(folder, "spoilt.ndjson");
    for (const [contents, reason] of [
      [text.slice(0, -80), "line"],
      [text.split("\n").slice(0, -2).join("\n"), "cut off"],
      [text.replace("A subject", "B subject"), "changed"],
      ["-- PostgreSQL database dump\n", "line 1"],
      ["", "cut off"],
    ] as const) {
      await writeFile(spoilt, contents);
      expect(await restoreDatabase(to.db, spoilt, true)).toMatchObject({
        kind: "unusable",
        reason: expect.stringContaining(reason),
      });
    }
    expect(await checkDump(join(folder, "nowhere"))).toEqual({
      kind: "unusable",
      reason: "it is not there",
    });
    expect(await to.db.selectFrom("subscribers").select("id").execute()).toHaveLength(3);
  });
});

/** Another major version of PostgreSQL on this machine, if there is one. */
const SYSTEM = "/usr/lib/postgresql";
const other = (existsSync(SYSTEM) ? readdirSync(SYSTEM) : [])
  .map((major) => join(SYSTEM, major, "bin"))
  .find((bin) => existsSync(join(bin, "initdb")));

describe("a new major version", () => {
  // The project brings one version only; the way from an older one can be walked where the system
  // has another.
  test.runIf(other !== undefined)(
    "takes over what the old one wrote, and keeps the old data",
    async () => {
      const home = join(folder, "home");
      const old = await openDatabase(
        undefined,
        home,
        other === undefined ? {} : { binaries: other },
      );
      await fill(old.db);
      await old.close();
      await expect(openDatabase(undefined, home)).rejects.toThrow(
        /written by PostgreSQL \d+, and this is \d+.*db upgrade/,
      );
      expect(await upgradeDatabase(home, undefined, now)).toMatchObject({
        kind: "old-binaries-needed",
      });
      const result = await upgradeDatabase(home, other, now);
      if (result.kind !== "upgraded") throw new Error(JSON.stringify(result));
      expect(existsSync(join(result.kept, "PG_VERSION"))).toBe(true);
      const fresh = await openDatabase(undefined, home);
      expect(await fresh.db.selectFrom("subscribers").select("id").execute()).toHaveLength(3);
      await fresh.close();
      expect(await upgradeDatabase(home, other, now)).toMatchObject({ kind: "current" });
      await stopDatabase(home, { force: true });
    },
  );

  test("has nothing to do where there is no database, or none of another version", async () => {
    expect(await upgradeDatabase(join(folder, "none"), undefined, now)).toEqual({ kind: "empty" });
  });

  test("refuses data of another version with what to do", async () => {
    const home = join(folder, "foreign");
    const open = await openDatabase(undefined, home);
    await open.close();
    const remembered = join(home, "moved-to");
    const base = existsSync(remembered) ? await readFile(remembered, "utf8") : home;
    await writeFile(join(base, "data", "PG_VERSION"), "9\n");
    await expect(openDatabase(undefined, home)).rejects.toThrow("written by PostgreSQL 9");
    expect(await upgradeDatabase(home, undefined, now)).toMatchObject({
      kind: "old-binaries-needed",
      from: 9,
    });
  });
});
