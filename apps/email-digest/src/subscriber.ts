import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "./database/open-database.ts";
import { createToken, hashToken, unsubscribeToken } from "./token.ts";

/** How long a confirmation link works, and how long an address waits for it before it is forgotten. */
const CONFIRM_HOURS = 48;
const FORGET_DAYS = 7;
/** Confirmation mails to one address: one a quarter of an hour, three a day. */
const NOTICE_MINUTES = 15;
const NOTICES_A_DAY = 3;

const HOUR = 3_600_000;
const later = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR);

export interface Consent {
  /** The sentence that was agreed to. */
  text: string;
  at: Date;
}

/**
 * Takes note of a wish to subscribe and returns the subscriber to write to. Undefined where no mail is due, because the address is
 * subscribed already or has been written to a moment ago; who asked is told the same in all cases.
 */
export async function requestSubscription(db: Db, secret: string, address: string, consent: Consent): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const id = randomUUID();
    const row = await tx
      .insertInto("subscribers")
      .values({
        id,
        address,
        status: "pending",
        unsubscribe_hash: hashToken(unsubscribeToken(secret, id)),
        consent_text: consent.text,
        consent_at: consent.at,
        confirmed_at: null,
        ended_at: null,
      })
      .onConflict((conflict) =>
        conflict.column("address").doUpdateSet({ consent_text: consent.text, consent_at: consent.at }).where("subscribers.status", "!=", "confirmed"),
      )
      .returning("id")
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { recent, today } = await tx
      .selectFrom("notices")
      .where("subscriber_id", "=", row.id)
      .where("kind", "=", "confirmation")
      .select((eb) => [
        eb.fn
          .countAll<number>()
          .filterWhere("created_at", ">", later(consent.at, -NOTICE_MINUTES / 60))
          .as("recent"),
        eb.fn.countAll<number>().filterWhere("created_at", ">", later(consent.at, -24)).as("today"),
      ])
      .executeTakeFirstOrThrow();
    if (recent > 0 || today >= NOTICES_A_DAY) return undefined;
    await tx.insertInto("notices").values({ subscriber_id: row.id, kind: "confirmation", created_at: consent.at }).execute();
    return row.id;
  });
}

/** A fresh token for the confirmation mail; the database keeps its hash only. */
export async function issueConfirmToken(db: Db, subscriberId: string, now: Date): Promise<string> {
  const token = createToken();
  await db
    .insertInto("tokens")
    .values({ hash: hashToken(token), purpose: "confirm", subscriber_id: subscriberId, expires_at: later(now, CONFIRM_HOURS) })
    .execute();
  return token;
}

export type ConfirmState = "pending" | "confirmed" | "expired" | "unknown";

/** What a confirmation token stands for; reads only. */
export async function inspectConfirmToken(db: Db, token: string, now: Date): Promise<{ state: ConfirmState; subscriberId?: string }> {
  const row = await db
    .selectFrom("tokens")
    .innerJoin("subscribers", "subscribers.id", "tokens.subscriber_id")
    .where("tokens.hash", "=", hashToken(token))
    .where("tokens.purpose", "=", "confirm")
    .select(["tokens.expires_at", "subscribers.id", "subscribers.status"])
    .executeTakeFirst();
  if (row === undefined) return { state: "unknown" };
  if (row.status === "confirmed") return { state: "confirmed", subscriberId: row.id };
  return { state: row.expires_at.getTime() < now.getTime() ? "expired" : "pending", subscriberId: row.id };
}

/** Confirms a subscription. A second time is no fault; whoever ended the subscription since then starts it again by the same click. */
export async function confirmSubscription(db: Db, token: string, now: Date): Promise<{ state: "confirmed-now" | ConfirmState; subscriberId?: string }> {
  const found = await inspectConfirmToken(db, token, now);
  if (found.state !== "pending" || found.subscriberId === undefined) return found;
  await db.updateTable("subscribers").set({ status: "confirmed", confirmed_at: now, ended_at: null }).where("id", "=", found.subscriberId).execute();
  return { state: "confirmed-now", subscriberId: found.subscriberId };
}

/** Whether a token belongs to a subscription; reads only. */
export async function findByUnsubscribeToken(db: Db, token: string): Promise<{ id: string; status: string } | undefined> {
  return db.selectFrom("subscribers").where("unsubscribe_hash", "=", hashToken(token)).select(["id", "status"]).executeTakeFirst();
}

/** Ends a subscription at once; repeated, it stays ended. `false` for a token that belongs to nobody. */
export async function endSubscription(db: Db, token: string, now: Date): Promise<boolean> {
  const subscriber = await findByUnsubscribeToken(db, token);
  if (subscriber === undefined) return false;
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("subscribers")
      .set({ status: "unsubscribed", ended_at: now })
      .where("id", "=", subscriber.id)
      .where("status", "!=", "unsubscribed")
      .execute();
    // An old confirmation link must not bring back who has left.
    await tx.deleteFrom("tokens").where("subscriber_id", "=", subscriber.id).execute();
  });
  return true;
}

/** Forgets addresses that never confirmed, and tokens that have run out. */
export async function forgetUnconfirmed(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom("subscribers")
    .where("status", "=", "pending")
    .where("consent_at", "<", later(now, -24 * FORGET_DAYS))
    .execute();
  await db
    .deleteFrom("tokens")
    .where("expires_at", "<", later(now, -24 * FORGET_DAYS))
    .execute();
}

/** How many stand in each state. */
export async function countSubscribers(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("subscribers")
    .select(["status", sql<number>`count(*)`.as("count")])
    .groupBy("status")
    .execute();
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
