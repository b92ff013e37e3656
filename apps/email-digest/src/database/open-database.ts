import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { Pool, type PoolConfig, types } from "pg";
import { ensureDatabase } from "./ensure-database.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./schema.ts";

export type Db = Kysely<Tables>;

/** An open database with the tables of this version. */
export interface OpenDatabase {
  db: Db;
  connection: PoolConfig;
  /** In words, for the start message: never with a password. */
  description: string;
  close(): Promise<void>;
}

// Counts fit a JavaScript number by far.
types.setTypeParser(types.builtins.INT8, Number);

async function migrate(db: Db): Promise<void> {
  // The migrator takes a lock, so any number of processes may start at once.
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Opens `url`, or the embedded server in `folder` where there is none, and brings its tables up to date. */
export async function openDatabase(url: string | undefined, folder: string): Promise<OpenDatabase> {
  const embedded = url === undefined ? await ensureDatabase(folder) : undefined;
  const connection: PoolConfig = embedded?.connection ?? { connectionString: url };
  const pool = new Pool({ ...connection, max: 8 });
  // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  return {
    db,
    connection,
    description: url === undefined ? "embedded PostgreSQL" : `PostgreSQL at ${new URL(url).host}`,
    close: async () => {
      await db.destroy();
      if (embedded?.started === true) await embedded.stop();
    },
  };
}
