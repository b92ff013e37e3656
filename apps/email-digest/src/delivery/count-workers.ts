import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { WORKER_LOCKS } from "./worker-lock.ts";

/** How many workers live: each holds a key in this database. */
export async function countWorkers(db: Db): Promise<number> {
  const { rows } = await sql`
    SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ${WORKER_LOCKS}
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(db);
  return rows.length;
}
