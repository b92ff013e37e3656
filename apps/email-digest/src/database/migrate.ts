import { sql } from "kysely";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeDumpFile } from "./backup/dump-file.ts";
import { MIGRATIONS, runMigrations } from "./migrations.ts";
import { DatabaseUnavailable } from "./postgres/database-unavailable.ts";
import type { Db } from "./schema.ts";
import { withStartLock } from "./postgres/start-lock.ts";

/** Backups of a database as it was before each of the last upgrades. */
const KEPT = 3;
/** How long one process may be at it before another takes over, in milliseconds. */
const PATIENCE = 600_000;

/** How the tables of a database stand to this version. */
type Standing =
  | { kind: "current" }
  | { kind: "empty" }
  | { kind: "older" }
  | { kind: "newer"; migration: string };

async function judgeTables(db: Db): Promise<Standing> {
  const { rows: known } = await sql<{
    name: string | null;
  }>`SELECT to_regclass('public.kysely_migration')::text AS name`.execute(db);
  if (known[0]?.name == null) return { kind: "empty" };
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  const done = rows.map(({ name }) => name);
  const unknown = done.toSorted().findLast((name) => MIGRATIONS[name] === undefined);
  if (unknown !== undefined) return { kind: "newer", migration: unknown };
  if (done.length === 0) return { kind: "empty" };
  return { kind: done.length < Object.keys(MIGRATIONS).length ? "older" : "current" };
}

/** Writes the database as it is, and takes away what was written before earlier upgrades. */
async function backUp(db: Db, folder: string): Promise<string> {
  const now = new Date();
  const file = join(folder, `before-upgrade-${now.toISOString().replaceAll(/[:.]/g, "-")}.ndjson`);
  await writeDumpFile(db, file, now);
  const all = (await readdir(folder)).filter((name) => /^before-upgrade-\d.*\.ndjson$/.test(name));
  for (const name of all.toSorted().slice(0, -KEPT)) await rm(join(folder, name));
  return file;
}

/**
 * Brings the tables up to date. What is in them is written to a file in `folder` first; its path is
 * returned, where there was anything to do.
 * @throws DatabaseUnavailable where a newer version has been here
 */
export async function migrate(db: Db, folder: string): Promise<string | undefined> {
  const standing = await judgeTables(db);
  if (standing.kind === "current") return undefined;
  if (standing.kind === "newer")
    throw new DatabaseUnavailable(
      `The database was written by a newer Triptych (${standing.migration}); nothing was ` +
        "touched. Update this one too. What the database holds is taken out by: npm run digest " +
        "-- db dump FILE",
    );
  await mkdir(folder, { recursive: true });
  return withStartLock(join(folder, "migrating"), PATIENCE, async () => {
    const file = (await judgeTables(db)).kind === "older" ? await backUp(db, folder) : undefined;
    await runMigrations(db);
    return file;
  });
}

/** The same, but what a newer version has written is taken as it is: for whoever only reads. */
export async function migrateUnlessNewer(db: Db, folder: string): Promise<string | undefined> {
  return (await judgeTables(db)).kind === "newer" ? undefined : migrate(db, folder);
}
