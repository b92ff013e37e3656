import { Kysely, PostgresDialect } from "kysely";
import { type PoolConfig, types } from "pg";
import { ensureDatabase } from "./postgres/ensure-database.ts";
import { openHealingPool } from "./postgres/healing-pool.ts";
import { migrate } from "./migrate.ts";
import type { Db, Tables } from "./schema.ts";

export type { Db } from "./schema.ts";

/** An open database with the tables of this version. */
export interface OpenDatabase {
  db: Db;
  connection: PoolConfig;
  /** In words, for the start message: never with a password. */
  description: string;
  /** The backup that was written before the tables were brought up to date, where they were. */
  backup: string | undefined;
  /** Runs a statement as it stands, for the queue, which writes its own SQL. */
  run: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Of another PostgreSQL than the one from npm. */
  binaries?: string | undefined;
  /** Instead of bringing the tables up to date; returns what `backup` is. */
  prepare?: ((db: Db, folder: string) => Promise<string | undefined>) | undefined;
}

/**
 * Connections of one process at most; a worker holds one more for its lock. Eight workers then fit
 * the 60 connections of the embedded server, and thirteen the 97 that a server gives as it is
 * installed.
 */
const CONNECTIONS = 6;

// Counts fit a JavaScript number by far.
types.setTypeParser(types.builtins.INT8, Number);

/**
 * Opens `url`, or the embedded server in `folder` where there is none, and brings its tables up to
 * date.
 */
export async function openDatabase(
  url: string | undefined,
  folder: string,
  { binaries, prepare = migrate }: OpenOptions = {},
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
  const close = async () => {
    await db.destroy();
    if (isOurs) await embedded?.stop();
  };
  const backup = await prepare(db, folder).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    db,
    backup,
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
    close,
  };
}
