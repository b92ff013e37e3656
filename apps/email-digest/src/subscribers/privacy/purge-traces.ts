import { sql } from "kysely";
import type { Db } from "../../database/open-database.ts";

export type Purge =
  | { kind: "nothing-due" }
  | { kind: "purged" }
  /**
   * The tables are written anew; what the server keeps beside them is its owner's to look after.
   */
  | { kind: "partly"; reason: string }
  /** It is tried again. */
  | { kind: "failed"; reason: string };

/** Tables that hold addresses or domains, or have held them. */
const WITH_ADDRESSES = ["subscribers", "sign_ups", "deliveries"] as const;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Makes the database let go of the bytes of deleted rows at once: tables are written anew, and the
 * write-ahead log up to now is removed where the server does not keep it for reuse, as our own
 * never does. Another server's settings are not ours to change, and it may keep copies in backups,
 * replicas and archives. Locks each table for the moment it takes to copy it.
 */
async function purgeTraces(db: Db): Promise<Purge> {
  try {
    for (const table of WITH_ADDRESSES) await sql`VACUUM (FULL) ${sql.table(table)}`.execute(db);
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error) };
  }
  try {
    const { rows } = await sql<{
      recycles: string;
    }>`SELECT current_setting('wal_recycle') AS recycles`.execute(db);
    if (rows[0]?.recycles !== "off")
      return {
        kind: "partly",
        reason: "this server keeps its write-ahead log for reuse (wal_recycle is on)",
      };
    await sql`SELECT pg_switch_wal()`.execute(db);
    await sql`CHECKPOINT`.execute(db);
    return { kind: "purged" };
  } catch (error) {
    return { kind: "partly", reason: reasonOf(error) };
  }
}

/** Removes the traces of everybody who was erased since it last succeeded. */
export async function purgeErased(db: Db): Promise<Purge> {
  // Read first: who is erased meanwhile may still stand in a table that is done, and has a row of
  // their own.
  const due = await db.selectFrom("due_purges").select("id").execute();
  if (due.length === 0) return { kind: "nothing-due" };
  const purge = await purgeTraces(db);
  if (purge.kind !== "failed")
    await db
      .deleteFrom("due_purges")
      .where(sql<boolean>`id = ANY(${due.map(({ id }) => id)}::bigint[])`)
      .execute();
  return purge;
}

/** What to say of traces that are left, in a sentence; undefined where none are. */
export function describeTraces(purge: Purge): string | undefined {
  if (purge.kind === "partly")
    return (
      `Deleted rows may still be found in the database's files: ${purge.reason}. They, backups ` +
      "and replicas are yours to look after."
    );
  if (purge.kind === "failed")
    return (
      `Deleted rows are still in the database's files: ${purge.reason}. A worker tries again ` +
      "every hour."
    );
  return undefined;
}
