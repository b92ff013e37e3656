import { sql, type Transaction } from "kysely";
import { TABLES } from "./dump.ts";
import { MIGRATIONS, runMigrations } from "../migrations.ts";
import { checkDump, readDumpLines } from "./read-dump.ts";
import type { Db, Tables } from "../schema.ts";

export type RestoreResult =
  | { kind: "restored"; rows: number; at: string }
  | { kind: "unusable"; reason: string }
  /** The database holds something, and nobody said that it may go. */
  | { kind: "occupied" };

const ROWS_AT_ONCE = 500;

/** Whether any of our tables holds a row that somebody made. */
async function isOccupied(db: Db): Promise<boolean> {
  for (const table of TABLES) {
    if (table === "installation") continue;
    const { rows } = await sql<{
      known: string | null;
    }>`SELECT to_regclass(${`public.${table}`})::text AS known`.execute(db);
    if (rows[0]?.known == null) continue;
    const found = await sql`SELECT 1 FROM ${sql.table(`public.${table}`)} LIMIT 1`.execute(db);
    if (found.rows.length > 0) return true;
  }
  return false;
}

/** Whether all our tables are there, which may not be so in a database of an earlier version. */
export async function hasTables(db: Db): Promise<boolean> {
  const { rows } = await sql<{ missing: number }>`
    SELECT count(*) FILTER (WHERE to_regclass('public.' || name) IS NULL) AS missing FROM unnest(${[...TABLES]}::text[]) AS name`.execute(
    db,
  );
  return rows[0]?.missing === 0;
}

/** Removes our tables and the queue's, and nothing else that may live in the database. */
async function clear(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of [...TABLES].toReversed())
      await sql`DROP TABLE IF EXISTS ${sql.table(`public.${table}`)} CASCADE`.execute(tx);
    await sql`DROP TABLE IF EXISTS public.kysely_migration, public.kysely_migration_lock`.execute(
      tx,
    );
    await sql`DROP FUNCTION IF EXISTS public.count_erased_deliveries, public.keep_former_link`.execute(
      tx,
    );
    await sql`DROP SCHEMA IF EXISTS jobs CASCADE`.execute(tx);
  });
}

async function insertRows(
  tx: Transaction<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly (string | null)[][],
): Promise<void> {
  if (rows.length === 0) return;
  const { rows: kinds } = await sql<{ name: string; type: string }>`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = ${`public.${table}`}::regclass AND attnum > 0`.execute(
    tx,
  );
  const typeOf = new Map(kinds.map(({ name, type }) => [name, type]));
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const cast = sql.join(
    columns.map(
      (column) => sql`${sql.ref(`given.${column}`)}::${sql.raw(typeOf.get(column) ?? "text")}`,
    ),
  );
  const lists = sql.join(
    columns.map((_column, at) => sql`${rows.map((row) => row[at] ?? null)}::text[]`),
  );
  await sql`INSERT INTO ${sql.table(`public.${table}`)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${cast} FROM unnest(${lists}) AS given (${names})`.execute(tx);
}

/** Counters go on where the rows end, or the next number would be one that is taken. */
async function advanceCounters(tx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'`.execute(
    tx,
  );
  for (const { table, column } of rows.filter((row) => TABLES.some((name) => name === row.table)))
    await sql`SELECT setval(pg_get_serial_sequence(${`public.${table}`}, ${column}), max(${sql.ref(column)})) FROM ${sql.table(`public.${table}`)}`.execute(
      tx,
    );
}

async function fill(
  tx: Transaction<Tables>,
  file: string,
  onRows: (count: number) => void,
): Promise<number> {
  // The migrations made a row of their own; the backup has the one that counts.
  const { rows: known } = await sql<{
    name: string | null;
  }>`SELECT to_regclass('public.installation')::text AS name`.execute(tx);
  if (known[0]?.name != null) await tx.deleteFrom("installation").execute();
  let place: { table: string; columns: string[] } | undefined;
  let pending: (string | null)[][] = [];
  let count = 0;
  const flush = async () => {
    if (place !== undefined) await insertRows(tx, place.table, place.columns, pending);
    count += pending.length;
    pending = [];
    onRows(count);
  };
  for await (const { line } of readDumpLines(file)) {
    if (Array.isArray(line)) pending.push(line);
    if (!Array.isArray(line) || pending.length >= ROWS_AT_ONCE) await flush();
    if (!Array.isArray(line) && "table" in line) place = line;
  }
  await advanceCounters(tx);
  return count;
}

/** Makes the tables of the version that wrote a backup, and puts its rows there. */
export async function restoreAsItWas(
  db: Db,
  file: string,
  migration: string,
  onRows: (count: number) => void = () => undefined,
): Promise<number> {
  await runMigrations(db, migration);
  return db.transaction().execute((tx) => fill(tx, file, onRows));
}

/**
 * Puts a backup into a database: the tables as they were when it was written, its rows, then
 * everything that has changed in the tables since. The file is read to its end before anything is
 * touched.
 * @param replace whether what the database holds may go
 */
export async function restoreDatabase(
  db: Db,
  file: string,
  replace: boolean,
  onRows: (count: number) => void = () => undefined,
): Promise<RestoreResult> {
  const check = await checkDump(file);
  if (check.kind === "unusable") return check;
  if (MIGRATIONS[check.migration] === undefined)
    return {
      kind: "unusable",
      reason: `it was written by a newer version (${check.migration}); update first`,
    };
  if (!replace && (await isOccupied(db))) return { kind: "occupied" };
  await clear(db);
  const rows = await restoreAsItWas(db, file, check.migration, onRows);
  await runMigrations(db);
  return { kind: "restored", rows, at: check.at };
}
