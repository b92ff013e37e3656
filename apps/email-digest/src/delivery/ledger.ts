import { sql } from "kysely";
import { sendUntil } from "../brake/edition-hold.ts";
import type { Db } from "../database/open-database.ts";
import type { DeliveryState } from "../database/schema.ts";
import { type Claim, NOT_BRAKED } from "./reserve.ts";

/**
 * Commits that these deliveries are being sent, at the last moment before a message leaves. Left
 * out is who unsubscribed since the plan, what an edition on hold or past its time would send, and
 * what another worker has meanwhile taken over. Returns what may be sent, in the order asked for.
 */
export async function beginDeliveries(
  db: Db,
  claims: readonly Claim[],
  now: Date,
): Promise<boolean[]> {
  const { rows } = await sql<{ message_id: string }>`
    UPDATE deliveries AS d SET state = 'sending'
      FROM unnest(${claims.map((claim) => claim.edition)}::int[], ${claims.map((claim) => claim.subscriberId)}::uuid[],
                  ${claims.map((claim) => claim.worker)}::int[]) AS c (edition, id, worker), subscribers AS s, editions AS e
     WHERE d.edition = c.edition AND d.subscriber_id = c.id AND d.worker IS NOT DISTINCT FROM c.worker AND d.state = 'planned'
       AND s.id = c.id AND s.status = 'confirmed' AND e.number = c.edition AND e.held_at IS NULL AND e.send_until >= ${now}
    RETURNING d.message_id`.execute(db);
  const begun = new Set(rows.map((row) => row.message_id));
  return claims.map((claim) => begun.has(claim.messageId));
}

/**
 * Plans what is unknown once more, because its recipients would rather get it twice than not at
 * all. The Message-ID stays, so that a mailbox may recognise the second copy. Returns how many.
 */
export async function resendUnknown(db: Db, edition: number, now: Date): Promise<number> {
  // The late rule would hold at once what is old and was asked for just now.
  await db
    .updateTable("editions")
    .set({ send_until: sendUntil(now) })
    .where("number", "=", edition)
    .where("held_at", "is", null)
    .execute();
  const { rows } = await sql`
    UPDATE deliveries SET state = 'planned', worker = NULL, due_at = ${now}, settled_at = NULL, resends = resends + 1, route = split_part(address, '@', 2)
      FROM subscribers WHERE id = subscriber_id AND edition = ${edition} AND state = 'unknown' AND status = 'confirmed' RETURNING 1`.execute(
    db,
  );
  return rows.length;
}

/** How many deliveries of an edition, or of all, stand in each state. */
export async function countDeliveries(
  db: Db,
  edition?: number,
): Promise<Record<DeliveryState, number>> {
  const rows = await db
    .selectFrom("deliveries")
    .$if(edition !== undefined, (query) => query.where("edition", "=", edition ?? 0))
    .select(["state", sql<number>`count(*)`.as("count")])
    .groupBy("state")
    .execute();
  return {
    planned: 0,
    sending: 0,
    accepted: 0,
    failed: 0,
    unknown: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
}

/** Whether a worker has taken, or is sending, any delivery of an edition. */
export async function isUnderWay(db: Db, edition: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM deliveries WHERE edition = ${edition} AND (state = 'sending' OR (state = 'planned' AND worker IS NOT NULL)) LIMIT 1`.execute(
    db,
  );
  return rows.length > 0;
}

/**
 * When the next planned delivery of an edition that is not held may be sent; undefined when there
 * is none.
 */
export async function nextDue(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .innerJoin("editions", "editions.number", "deliveries.edition")
    .where("state", "=", "planned")
    .where("worker", "is", null)
    .where("held_at", "is", null)
    .where(NOT_BRAKED)
    .select((eb) => eb.fn.min("due_at").as("due"))
    .executeTakeFirst();
  return row?.due ?? undefined;
}
