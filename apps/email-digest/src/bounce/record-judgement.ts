import { sql, type Transaction } from "kysely";
import type { DeliveryKey } from "../addresses/return-path.ts";
import type { Db } from "../database/open-database.ts";
import type { Tables } from "../database/schema.ts";
import { brakeOnShare, isBraked } from "../brake/share-brake.ts";
import { suppressAddress } from "../subscribers/suppression.ts";
import type { Judgement } from "./judgement.ts";

export type ReportOutcome =
  /** The subscriber gets nothing any more. */
  | { kind: "suppressed"; reason: "bounced" | "complaint" }
  /** Written down; the subscriber stays. */
  | { kind: "counted" }
  /** The refusal is about us: everybody else may be refused too. */
  | { kind: "alarm"; status: string; reply: string }
  /** Kept, for somebody to look at. */
  | { kind: "unreadable" }
  | { kind: "ignored"; why: string };

export const ignored = (why: string): ReportOutcome => ({ kind: "ignored", why });

/** Ends a subscription for good: only its owner's confirmation brings the address back. */
async function suppress(
  tx: Transaction<Tables>,
  secret: string,
  subscriberId: string,
  reason: "bounced" | "complaint",
  now: Date,
): Promise<void> {
  const subscriber = await tx
    .selectFrom("subscribers")
    .where("id", "=", subscriberId)
    .select("address")
    .executeTakeFirst();
  if (subscriber === undefined) return;
  await tx
    .updateTable("subscribers")
    .set({ status: "unsubscribed", ended_at: now })
    .where("id", "=", subscriberId)
    .where("status", "!=", "unsubscribed")
    .execute();
  await tx.deleteFrom("tokens").where("subscriber_id", "=", subscriberId).execute();
  await suppressAddress(tx, secret, subscriber.address, reason, now);
}

/**
 * A full mailbox says nothing about the subscriber for a while; after so many messages in a row,
 * over so many days, nobody reads there.
 */
const SOFT_ROW = { mails: 4, days: 60 };

/** An address that does not exist is believed the second time: servers err for a while. */
const STRIKES = 2;

/**
 * Whether nothing arrives there: by what came back of every message since the last one that did
 * not, or since the owner brought the subscriber back. What is not believed of an edition is left
 * out.
 */
async function isUnreachable(
  tx: Transaction<Tables>,
  subscriberId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ strikes: number; mails: number; first: Date | null }>`
    SELECT count(*) FILTER (WHERE kind = 'hard') AS strikes, count(*) FILTER (WHERE kind = 'soft') AS mails,
        min(at) FILTER (WHERE kind = 'soft') AS first
      FROM reports JOIN subscribers AS s ON s.id = subscriber_id
     WHERE subscriber_id = ${subscriberId} AND kind IN ('hard', 'soft') AND at > coalesce(restored_at, '-infinity')
       AND NOT EXISTS (SELECT 1 FROM bounce_brakes AS b
         WHERE b.edition = reports.edition AND domain IN ('', split_part(s.address, '@', 2)) AND released_at IS NULL)
       AND edition > coalesce((
         SELECT max(edition) FROM deliveries AS d WHERE subscriber_id = ${subscriberId} AND state <> 'planned'
            AND NOT EXISTS (SELECT 1 FROM reports AS r WHERE r.edition = d.edition AND r.subscriber_id = d.subscriber_id AND kind IN ('hard', 'soft', 'policy'))), 0)`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) return false;
  return (
    row.strikes >= STRIKES ||
    (row.first !== null &&
      row.mails >= SOFT_ROW.mails &&
      now.getTime() - row.first.getTime() >= SOFT_ROW.days * 86_400_000)
  );
}

/** Writes a report down; `false` where there is one of its kind already. */
async function storeReport(
  tx: Transaction<Tables>,
  { edition, subscriberId }: DeliveryKey,
  { kind, status, reply }: Judgement,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("reports")
    .values({ edition, subscriber_id: subscriberId, kind, status: status ?? null, reply, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

async function failDelivery(
  tx: Transaction<Tables>,
  { edition, subscriberId }: DeliveryKey,
  { status, reply }: Judgement,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("deliveries")
    .set({
      state: "failed",
      reply: `reported: ${reply}`.slice(0, 300),
      code: status ?? null,
      settled_at: now,
    })
    .where("edition", "=", edition)
    .where("subscriber_id", "=", subscriberId)
    .execute();
}

/** Writes one judgement down, once, and does what follows from it. */
export async function record(
  db: Db,
  secret: string,
  key: DeliveryKey,
  judgement: Judgement,
  now: Date,
): Promise<ReportOutcome> {
  const { kind, status, reply } = judgement;
  return db.transaction().execute(async (tx): Promise<ReportOutcome> => {
    const delivery = await tx
      .selectFrom("deliveries")
      .innerJoin("subscribers", "subscribers.id", "deliveries.subscriber_id")
      .where("edition", "=", key.edition)
      .where("subscriber_id", "=", key.subscriberId)
      .select(["deliveries.state", "subscribers.status"])
      .select(sql<string>`split_part(subscribers.address, '@', 2)`.as("domain"))
      .forUpdate("deliveries")
      .executeTakeFirst();
    if (delivery === undefined)
      return ignored("the delivery is not known, or its person was erased");
    if (!(await storeReport(tx, key, judgement, now))) return ignored("reported before");
    if (kind === "unreadable") return { kind };
    // A report is evidence: the mail did leave, and was refused later.
    if (delivery.state === "unknown" && kind !== "complaint")
      await failDelivery(tx, key, judgement, now);
    if (kind === "policy") return { kind: "alarm", status: status ?? "", reply };
    if (kind !== "complaint" && delivery.status === "unsubscribed")
      return ignored("the person had left already");
    const scope = { edition: key.edition, domain: delivery.domain };
    if (kind === "hard" && (await isBraked(tx, scope))) return { kind: "counted" };
    if (kind === "hard" && (await brakeOnShare(tx, secret, scope, now)))
      return { kind: "alarm", status: status ?? "", reply };
    if (kind !== "complaint" && !(await isUnreachable(tx, key.subscriberId, now)))
      return { kind: "counted" };
    const reason = kind === "complaint" ? "complaint" : "bounced";
    await suppress(tx, secret, key.subscriberId, reason, now);
    return { kind: "suppressed", reason };
  });
}
