import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { hashToken, unsubscribeToken } from "./token.ts";

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

export interface Consent {
  /** The sentence that was agreed to. */
  text: string;
  at: Date;
  /** Path of the page with the form. */
  form?: string;
}

/**
 * Takes note of a wish to subscribe and returns the subscriber to ask for confirmation. Undefined
 * where the address is subscribed already. How many messages that may cause is not decided here.
 */
export async function requestSubscription(
  db: Db,
  secret: string,
  address: string,
  consent: Consent,
): Promise<string | undefined> {
  const id = randomUUID();
  const facts = {
    consent_text: consent.text,
    consent_at: consent.at,
    consent_form: consent.form ?? "",
  };
  const row = await db
    .insertInto("subscribers")
    .values({
      id,
      address,
      status: "pending",
      unsubscribe_hash: hashToken(unsubscribeToken(secret, id)),
      ...facts,
      confirmed_at: null,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.column("address").doUpdateSet(facts).where("subscribers.status", "!=", "confirmed"),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Whether a token belongs to a subscription; reads only. */
export async function findByUnsubscribeToken(
  db: Db,
  token: string,
): Promise<{ id: string; status: string } | undefined> {
  return db
    .selectFrom("subscribers")
    .where("unsubscribe_hash", "=", hashToken(token))
    .select(["id", "status"])
    .executeTakeFirst();
}

/**
 * Ends a subscription at once; repeated, it stays ended. `false` for a token that belongs to
 * nobody.
 */
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

/**
 * Forgets addresses that did not confirm for so many days, and tokens that ran out so many days
 * ago.
 */
export async function forgetUnconfirmed(db: Db, days: number, now: Date): Promise<void> {
  await db
    .deleteFrom("subscribers")
    .where("status", "=", "pending")
    .where("consent_at", "<", daysBefore(now, days))
    .execute();
  await db.deleteFrom("tokens").where("expires_at", "<", daysBefore(now, days)).execute();
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

/** The address of a subscriber who is there. */
export async function findAddress(db: Db, id: string): Promise<string> {
  const { address } = await db
    .selectFrom("subscribers")
    .where("id", "=", id)
    .select("address")
    .executeTakeFirstOrThrow();
  return address;
}
