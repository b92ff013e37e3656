import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { WORKER_LOCKS } from "./worker-lock.ts";

/**
 * What workers that are gone had begun to send is unknown: it is reported, and neither sent again
 * nor counted as arrived. What they had only taken is free again. Returns how many became unknown.
 */
export async function parkOrphans(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: workers } = await sql<{ worker: number }>`
      SELECT DISTINCT worker FROM deliveries WHERE state IN ('planned', 'sending') AND worker IS NOT NULL`.execute(
      tx,
    );
    let parked = 0;
    for (const { worker } of workers) {
      const { rows } = await sql<{
        free: boolean;
      }>`SELECT pg_try_advisory_xact_lock(${WORKER_LOCKS}, ${worker}) AS free`.execute(tx);
      if (rows[0]?.free !== true) continue;
      const unknown = await tx
        .updateTable("deliveries")
        .set({
          state: "unknown",
          reply: "the sender ended while the mail was under way",
          settled_at: now,
          route: "",
        })
        .where("state", "=", "sending")
        .where("worker", "=", worker)
        .executeTakeFirst();
      parked += Number(unknown.numUpdatedRows);
      await tx
        .updateTable("deliveries")
        .set({ worker: null })
        .where("state", "=", "planned")
        .where("worker", "=", worker)
        .execute();
    }
    return parked;
  });
}

/**
 * Frees what a worker has taken and not begun, also where it never heard that it had: its
 * transaction was in, and the answer lost.
 */
export async function releaseClaims(db: Db, worker: number): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ worker: null })
    .where("worker", "=", worker)
    .where("state", "=", "planned")
    .execute();
}
