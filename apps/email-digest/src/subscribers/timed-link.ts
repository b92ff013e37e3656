import type { Transaction } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { Tables, TokenPurpose } from "../database/schema.ts";
import { createToken, hashToken } from "./token.ts";

/** How long a confirmation link works. */
const CONFIRM_HOURS = 48;
/** How long a link to change a subscription works. */
const MANAGE_HOURS = 72;
const HOUR = 3_600_000;
const later = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR);

async function issueToken(
  db: Db,
  purpose: TokenPurpose,
  subscriberId: string,
  expiresAt: Date,
): Promise<string> {
  const token = createToken();
  await db
    .insertInto("tokens")
    .values({ hash: hashToken(token), purpose, subscriber_id: subscriberId, expires_at: expiresAt })
    .execute();
  return token;
}

/** A fresh token for the confirmation mail; the database keeps its hash only. */
export function issueConfirmToken(db: Db, subscriberId: string, now: Date): Promise<string> {
  return issueToken(db, "confirm", subscriberId, later(now, CONFIRM_HOURS));
}

/** A fresh token for the page where a subscription is changed. */
export function issueManageToken(db: Db, subscriberId: string, now: Date): Promise<string> {
  return issueToken(db, "manage", subscriberId, later(now, MANAGE_HOURS));
}

export type ConfirmState = "pending" | "confirmed" | "expired" | "unknown";

/** What a confirmation token stands for; reads only. */
export async function inspectConfirmToken(
  db: Db,
  token: string,
  now: Date,
): Promise<{ state: ConfirmState; subscriberId?: string }> {
  const row = await db
    .selectFrom("tokens")
    .innerJoin("subscribers", "subscribers.id", "tokens.subscriber_id")
    .where("tokens.hash", "=", hashToken(token))
    .where("tokens.purpose", "=", "confirm")
    .select(["tokens.expires_at", "subscribers.id", "subscribers.status"])
    .executeTakeFirst();
  if (row === undefined) return { state: "unknown" };
  if (row.status === "confirmed") return { state: "confirmed", subscriberId: row.id };
  return {
    state: row.expires_at.getTime() < now.getTime() ? "expired" : "pending",
    subscriberId: row.id,
  };
}

/**
 * Confirms a subscription. A second time is no fault; whoever ended the subscription since then
 * starts it again by the same click.
 * @param andThen called inside the transaction of the first confirmation
 */
export async function confirmSubscription(
  db: Db,
  token: string,
  now: Date,
  andThen?: (tx: Transaction<Tables>, subscriber: { id: string; address: string }) => Promise<void>,
): Promise<{ state: "confirmed-now" | ConfirmState; subscriberId?: string }> {
  const found = await inspectConfirmToken(db, token, now);
  const { subscriberId } = found;
  if (found.state !== "pending" || subscriberId === undefined) return found;
  return db.transaction().execute(async (tx) => {
    const subscriber = await tx
      .updateTable("subscribers")
      .set({ status: "confirmed", confirmed_at: now, ended_at: null })
      .where("id", "=", subscriberId)
      .where("status", "!=", "confirmed")
      .returning(["id", "address"])
      .executeTakeFirst();
    // Two clicks at the same moment confirm once.
    if (subscriber === undefined) return { state: "confirmed" as const, subscriberId };
    await andThen?.(tx, subscriber);
    return { state: "confirmed-now" as const, subscriberId };
  });
}

/** The confirmed subscription that a token to change it stands for; reads only. */
export async function inspectManageToken(
  db: Db,
  token: string,
  now: Date,
): Promise<{ kind: "valid"; subscriberId: string } | { kind: "expired" } | { kind: "unknown" }> {
  const row = await db
    .selectFrom("tokens")
    .innerJoin("subscribers", "subscribers.id", "tokens.subscriber_id")
    .where("tokens.hash", "=", hashToken(token))
    .where("tokens.purpose", "=", "manage")
    .where("subscribers.status", "=", "confirmed")
    .select(["tokens.expires_at", "subscribers.id"])
    .executeTakeFirst();
  if (row === undefined) return { kind: "unknown" };
  return row.expires_at.getTime() < now.getTime()
    ? { kind: "expired" }
    : { kind: "valid", subscriberId: row.id };
}
