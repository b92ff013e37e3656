import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { type PoolConfig, types } from "pg";
import { ensureDatabase } from "./postgres/ensure-database.ts";
import { openHealingPool } from "./postgres/healing-pool.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./schema.ts";

export type Db = Kysely<Tables>;

/** An open database with the tables of this version. */
export interface OpenDatabase {
  db: Db;
  connection: PoolConfig;
  /** In words, for the start message: never with a password. */
  description: string;
  /** Runs a statement as it stands, for the queue, which writes its own SQL. */
  run: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

/**
 * Connections of one process at most; a worker holds one more for its lock. Eight workers then fit
 * the 60 connections of the embedded server, and thirteen the 97 that a server gives as it is
 * installed.
 */
const CONNECTIONS = 6;

// Counts fit a JavaScript number by far.
types.setTypeParser(types.builtins.INT8, Number);

async function migrate(db: Db): Promise<void> {
  // The migrator takes a lock, so any number of processes may start at once.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Opens `url`, or the embedded server in `folder` where there is none, and brings its tables up to
 * date.
 * @param options.binaries of another PostgreSQL than the one from npm
 * @param options.prepare instead of bringing the tables up to date
 */
export async function openDatabase(
  url: string | undefined,
  folder: string,
  { binaries, prepare = migrate }: { binaries?: string; prepare?: (db: Db) => Promise<void> } = {},
): Promise<OpenDatabase> {
  const embedded = url === undefined ? await ensureDatabase(folder, binaries) : undefined;
  const connection: PoolConfig = embedded?.connection ?? { connectionString: url };
  let isOurs = embedded?.started === true;
  const revive = async () => {
    const { started } = await ensureDatabase(folder, binaries);
    isOurs ||= started;
  };
  const pool = openHealingPool(
    { ...connection, max: CONNECTIONS, keepAlive: true },
    embedded === undefined ? undefined : revive,
  );
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await prepare(db);
  return {
    db,
    connection,
    description: url === undefined ? "embedded PostgreSQL" : `PostgreSQL at ${new URL(url).host}`,
    run: async (text, values) => {
      const client = await pool.connect();
      let hasFailed = true;
      try {
        const result = await client.query(text, values);
        hasFailed = false;
        return result;
      } finally {
        // A failed statement may have left a transaction open; such a connection is not used again.
        client.release(hasFailed);
      }
    },
    close: async () => {
      await db.destroy();
      if (isOurs) await embedded?.stop();
    },
  };
}
