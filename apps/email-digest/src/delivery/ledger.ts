import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { DeliveryState } from "../database/schema.ts";
import type { SendOutcome } from "./smtp-outcome.ts";

/** A delivery that this worker, and no other, may send now. */
export interface Claim {
  edition: number;
  subscriberId: string;
  address: string;
  messageId: string;
  attempts: number;
}

const MOST_ATTEMPTS = 6;

/** Two minutes, then twice as long each time. */
function backOff(attempts: number): number {
  return 120_000 * 2 ** (attempts - 1);
}

/**
 * Takes one planned delivery and commits that it is being sent, before anything is. Whoever unsubscribed since the plan is left out here.
 * @param worker the key of the caller, who holds the advisory lock of that number
 */
export async function claimDelivery(db: Db, worker: number, now: Date): Promise<Claim | "left-out" | undefined> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("deliveries")
      .innerJoin("subscribers", "subscribers.id", "deliveries.subscriber_id")
      .where("deliveries.state", "=", "planned")
      .where("deliveries.due_at", "<=", now)
      .orderBy("deliveries.due_at")
      .limit(1)
      .forUpdate("deliveries")
      .skipLocked()
      .select(["deliveries.edition", "deliveries.subscriber_id", "deliveries.message_id", "deliveries.attempts", "subscribers.address", "subscribers.status"])
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const isLeftOut = row.status !== "confirmed";
    await tx
      .updateTable("deliveries")
      .set(
        isLeftOut ? { state: "failed", reply: "unsubscribed before it was sent", settled_at: now } : { state: "sending", worker, attempts: row.attempts + 1 },
      )
      .where("edition", "=", row.edition)
      .where("subscriber_id", "=", row.subscriber_id)
      .execute();
    if (isLeftOut) return "left-out";
    return { edition: row.edition, subscriberId: row.subscriber_id, address: row.address, messageId: row.message_id, attempts: row.attempts + 1 };
  });
}

/** Writes down what became of an attempt. The worker's own evidence also settles a row that others had to call unknown meanwhile. */
export async function settleDelivery(db: Db, claim: Claim, worker: number, outcome: SendOutcome, now: Date): Promise<void> {
  const isOver = outcome.kind !== "retry" || claim.attempts >= MOST_ATTEMPTS;
  const state: DeliveryState = outcome.kind === "retry" ? (isOver ? "failed" : "planned") : outcome.kind;
  await db
    .updateTable("deliveries")
    .set({ state, reply: outcome.reply, settled_at: isOver ? now : null, due_at: isOver ? now : new Date(now.getTime() + backOff(claim.attempts)) })
    .where("edition", "=", claim.edition)
    .where("subscriber_id", "=", claim.subscriberId)
    .where("worker", "=", worker)
    .where("state", "in", ["sending", "unknown"])
    .execute();
}

/** What was being sent by workers that are gone is unknown: it is reported, and neither sent again nor counted as arrived. */
export async function parkOrphans(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const workers = await tx.selectFrom("deliveries").where("state", "=", "sending").where("worker", "is not", null).select("worker").distinct().execute();
    let parked = 0;
    for (const { worker } of workers) {
      const { rows } = await sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(${WORKER_LOCKS}, ${worker}) AS free`.execute(tx);
      if (rows[0]?.free !== true) continue;
      const result = await tx
        .updateTable("deliveries")
        .set({ state: "unknown", reply: "the sender ended while the mail was under way", settled_at: now })
        .where("state", "=", "sending")
        .where("worker", "=", worker)
        .executeTakeFirst();
      parked += Number(result.numUpdatedRows);
    }
    return parked;
  });
}

/** First number of the advisory locks that workers hold while they live. */
export const WORKER_LOCKS = 7_320_002;

/** How many deliveries of an edition, or of all, stand in each state. */
export async function countDeliveries(db: Db, edition?: number): Promise<Record<DeliveryState, number>> {
  const rows = await db
    .selectFrom("deliveries")
    .$if(edition !== undefined, (query) => query.where("edition", "=", edition ?? 0))
    .select(["state", sql<number>`count(*)`.as("count")])
    .groupBy("state")
    .execute();
  return { planned: 0, sending: 0, accepted: 0, failed: 0, unknown: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** When the next planned delivery may be sent; undefined when none is planned. */
export async function nextDue(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .where("state", "=", "planned")
    .select((eb) => eb.fn.min("due_at").as("due"))
    .executeTakeFirst();
  return row?.due ?? undefined;
}
