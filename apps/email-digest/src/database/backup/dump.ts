import { createHash } from "node:crypto";
import { sql } from "kysely";
import { MIGRATIONS } from "../migrations.ts";
import type { Db } from "../schema.ts";

/**
 * Our tables, each after those it refers to. The queue is left out: it only wakes workers, and what
 * is to be done is in these tables.
 */
export const TABLES = [
  "installation",
  "subscribers",
  "former_links",
  "tokens",
  "notices",
  "sign_ups",
  "limited_mails",
  "spent_nonces",
  "suppressions",
  "due_purges",
  "alarms",
  "rates",
  "slots",
  "editions",
  "edition_variants",
  "announcements",
  "deliveries",
  "reports",
  "bounce_brakes",
] as const;

/** What belongs to the database and stands beside it. */
export interface Belongings {
  /** The secrets of the installation, newest first; none in a backup of an earlier version. */
  secrets: string[];
  /** Files of the journal. */
  journal: { name: string; text: string }[];
}

/**
 * A backup is lines of JSON: what it is, then what stands beside the database, then each table's
 * name and columns followed by its rows, then how many rows there were and the SHA-256 of
 * everything before. Values are text as PostgreSQL writes them, so that any later version reads
 * them. Format 1 had nothing beside the tables.
 */
export type DumpLine =
  | { triptych: "dump"; format: 1 | 2; migration: string; at: string }
  | { secrets: string[] }
  | Belongings["journal"][number]
  | { table: string; columns: string[] }
  | (string | null)[]
  | { rows: number; sha256: string };

const ROWS_AT_ONCE = 1_000;

/**
 * Our tables in a database that stands at a migration, each after those it refers to: of an earlier
 * version fewer than today, of a later one more.
 */
async function listTables(db: Db, migration: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    WITH RECURSIVE depths AS (
      SELECT oid AS id, 0 AS depth FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'kysely%'
      UNION SELECT conrelid, depth + 1 FROM pg_constraint JOIN depths ON confrelid = id WHERE contype = 'f' AND conrelid <> confrelid
    ) SELECT relname AS name FROM depths JOIN pg_class ON oid = id GROUP BY relname ORDER BY max(depth), relname`.execute(
    db,
  );
  const names = rows.map(({ name }) => name);
  const ours = new Set<string>(MIGRATIONS[migration] === undefined ? names : TABLES);
  return names.filter((name) => ours.has(name));
}

async function columnsOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = ${`public.${table}`}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`.execute(db);
  return rows.map(({ name }) => name);
}

async function keyOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indrelid = ${`public.${table}`}::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

async function* rowsOf(
  tx: Db,
  table: string,
  columns: readonly string[],
): AsyncGenerator<(string | null)[][]> {
  const values = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`));
  const key = sql.join((await keyOf(tx, table)).map((column) => sql.ref(column)));
  await sql`DECLARE dumped NO SCROLL CURSOR FOR SELECT ARRAY[${values}] AS row FROM ${sql.table(`public.${table}`)} ORDER BY ${key}`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<{
      row: (string | null)[];
    }>`FETCH ${sql.lit(ROWS_AT_ONCE)} FROM dumped`.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`CLOSE dumped`.execute(tx);
}

/**
 * Writes everything of one moment, whatever is written meanwhile. Memory does not grow with the
 * tables.
 * @param write takes some lines, each with its line end
 * @param onRows called with the number of rows so far
 */
export async function dumpDatabase(
  db: Db,
  now: Date,
  { secrets, journal }: Belongings,
  write: (text: string) => Promise<void>,
  onRows: (count: number) => void = () => undefined,
): Promise<number> {
  const hash = createHash("sha256");
  const put = async (...lines: DumpLine[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    hash.update(text);
    await write(text);
  };
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const { rows } = await sql<{
        name: string;
      }>`SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1`.execute(tx);
      const migration = rows[0]?.name ?? "";
      await put({ triptych: "dump", format: 2, migration, at: now.toISOString() });
      await put({ secrets }, ...journal);
      let count = 0;
      for (const table of await listTables(tx, migration)) {
        const columns = await columnsOf(tx, table);
        await put({ table, columns });
        for await (const piece of rowsOf(tx, table, columns)) {
          await put(...piece);
          count += piece.length;
          onRows(count);
        }
      }
      await write(`${JSON.stringify({ rows: count, sha256: hash.digest("hex") })}\n`);
      return count;
    });
}
