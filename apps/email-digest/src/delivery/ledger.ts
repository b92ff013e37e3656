import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { DeliveryState } from "../database/schema.ts";
import type { Claim } from "./reserve.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import { WORKER_LOCKS } from "./worker-lock.ts";

/** A claim and what became of it. */
export interface Settlement {
  claim: Claim;
  outcome: SendOutcome;
}

/** The new values of a row. */
interface Entry {
  state: DeliveryState;
  attempts: number;
  due: Date;
  settled: Date | null;
  reply: string | null;
  code: string | null;
}

const LEFT = "unsubscribed before it was sent";

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

function entryOf({ claim, outcome }: Settlement, retryDelays: readonly number[], now: Date): Entry {
  const back: Entry = {
    state: "planned",
    attempts: claim.attempts,
    due: now,
    settled: null,
    reply: null,
    code: null,
  };
  const attempts = claim.attempts + 1;
  const code = "code" in outcome ? (outcome.code ?? null) : null;
  if (outcome.kind === "not-begun") return back;
  if (outcome.kind === "unreachable" || outcome.kind === "alarm")
    return { ...back, reply: outcome.reply, code };
  if (outcome.kind !== "retry")
    return { state: outcome.kind, attempts, due: now, settled: now, reply: outcome.reply, code };
  const pause = retryDelays[claim.attempts];
  return pause === undefined
    ? { state: "failed", attempts, due: now, settled: now, reply: outcome.reply, code }
    : {
        state: "planned",
        attempts,
        due: new Date(now.getTime() + pause),
        settled: null,
        reply: outcome.reply,
        code,
      };
}

/**
 * Writes down what became of attempts. It may be repeated when the database did not answer: a row
 * is only touched by who took it, for the attempt that was taken. The sender's own evidence also
 * settles what others had to call unknown meanwhile.
 */
export async function settleDeliveries(
  db: Db,
  settlements: readonly Settlement[],
  retryDelays: readonly number[],
  now: Date,
): Promise<void> {
  const entries = settlements.map((settlement) => ({
    ...settlement.claim,
    before: settlement.claim.attempts,
    entry: entryOf(settlement, retryDelays, now),
  }));
  const column = <T>(pick: (row: (typeof entries)[number]) => T) => entries.map(pick);
  await sql`
    UPDATE deliveries AS d SET
        state = CASE WHEN c.state = 'planned' AND s.status <> 'confirmed' THEN 'failed' ELSE c.state END,
        reply = CASE WHEN c.state = 'planned' AND s.status <> 'confirmed' THEN ${LEFT} ELSE coalesce(c.reply, d.reply) END,
        settled_at = CASE WHEN c.state = 'planned' AND s.status <> 'confirmed' THEN ${now} ELSE c.settled END,
        worker = CASE WHEN c.state = 'planned' THEN NULL ELSE d.worker END,
        route = CASE WHEN c.state = 'planned' AND s.status = 'confirmed' THEN d.route ELSE '' END,
        attempts = c.attempts, due_at = c.due, code = c.code
      FROM unnest(${column((row) => row.edition)}::int[], ${column((row) => row.subscriberId)}::uuid[], ${column((row) => row.worker)}::int[],
                  ${column((row) => row.before)}::int[], ${column((row) => row.entry.state)}::text[], ${column((row) => row.entry.attempts)}::int[],
                  ${column((row) => row.entry.due)}::timestamptz[], ${column((row) => row.entry.settled)}::timestamptz[],
                  ${column((row) => row.entry.reply)}::text[], ${column((row) => row.entry.code)}::text[])
             AS c (edition, id, worker, before, state, attempts, due, settled, reply, code), subscribers AS s
     WHERE d.edition = c.edition AND d.subscriber_id = c.id AND d.worker IS NOT DISTINCT FROM c.worker AND d.attempts = c.before
       AND d.state IN ('planned', 'sending', 'unknown') AND s.id = c.id`.execute(db);
}

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
 * Plans what is unknown once more, because its recipients would rather get it twice than not at
 * all. The Message-ID stays, so that a mailbox may recognise the second copy. Returns how many.
 */
export async function resendUnknown(db: Db, edition: number, now: Date): Promise<number> {
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
    .select((eb) => eb.fn.min("due_at").as("due"))
    .executeTakeFirst();
  return row?.due ?? undefined;
}
