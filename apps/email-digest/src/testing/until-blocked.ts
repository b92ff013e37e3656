import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "../database/open-database.ts";

/** Waits until some work ends, or a statement of it waits for what somebody else has locked. */
export async function untilBlocked(db: Db, work: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  const end = () => (hasEnded = true);
  work.then(end, end);
  const isWaiting = async () => {
    const { rows } = await sql`
      SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(db);
    return rows.length > 0;
  };
  await expect.poll(async () => hasEnded || (await isWaiting()), { timeout: 20_000 }).toBe(true);
}
