import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { Client } from "pg";
import { ensureDatabase } from "../database/postgres/ensure-database.ts";
import { openDatabase, type OpenDatabase } from "../database/open-database.ts";

/** The one server of all tests; each file gets a database of its own on it. */
export const FOLDER = resolve(import.meta.dirname, "../../../../.triptych/tests/db");

/** An empty database with the tables of this version, dropped by `close`. */
export async function openTestDatabase(): Promise<OpenDatabase & { url: string }> {
  const { connection } = await ensureDatabase(FOLDER);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new Client(connection);
  await admin.connect();
  // Nothing here has to survive a power cut.
  await admin.query("ALTER SYSTEM SET fsync = off");
  await admin.query("SELECT pg_reload_conf()");
  await admin.query(`CREATE DATABASE ${name}`);
  const url = `postgres://triptych@localhost/${name}?host=${encodeURIComponent(String(connection.host))}`;
  const open = await openDatabase(url, FOLDER);
  return {
    ...open,
    url,
    close: async () => {
      await open.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
