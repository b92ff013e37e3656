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
  linkKey: string,
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
      unsubscribe_hash: hashToken(unsubscribeToken(linkKey, id)),
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
