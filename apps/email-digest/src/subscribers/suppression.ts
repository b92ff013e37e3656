import type { Db } from "../database/open-database.ts";
import type { SuppressionReason } from "../database/subscription-schema.ts";
import { addressHash } from "./keyed-hash.ts";
import { isAddress } from "./known-address.ts";

/** How long an address that bounced is left alone before its owner may ask again. */
const BOUNCE_DAYS = 30;

/**
 * Remembers that an address gets nothing, without keeping the address. A complaint is not softened
 * by a later reason. To be called in the transaction that deletes what is erased: the bytes of its
 * rows are then due to be purged.
 */
export async function suppressAddress(
  db: Db,
  secret: string,
  address: string,
  reason: SuppressionReason,
  now: Date,
): Promise<void> {
  await db
    .insertInto("suppressions")
    .values({ hash: addressHash(secret, address), reason, at: now })
    .onConflict((conflict) =>
      conflict
        .column("hash")
        .doUpdateSet({ reason, at: now })
        .where("suppressions.reason", "!=", "complaint"),
    )
    .execute();
  if (reason === "erased") await db.insertInto("due_purges").values({ since: now }).execute();
}

export async function findSuppression(
  db: Db,
  secret: string,
  address: string,
): Promise<{ reason: SuppressionReason; at: Date } | undefined> {
  return db
    .selectFrom("suppressions")
    .where("hash", "=", addressHash(secret, address))
    .select(["reason", "at"])
    .executeTakeFirst();
}

/**
 * Whether the owner may be asked to confirm. After a complaint not before the researcher allows it,
 * since anybody could have filled in the form; after a bounce in a month; who was erased may come
 * back by a confirmation of their own.
 */
export function mayAskAgain(
  suppression: { reason: SuppressionReason; at: Date } | undefined,
  now: Date,
): boolean {
  if (suppression === undefined || suppression.reason === "erased") return true;
  return (
    suppression.reason === "bounced" &&
    now.getTime() - suppression.at.getTime() > BOUNCE_DAYS * 86_400_000
  );
}

/**
 * Lets the owner ask again after a complaint or a bounce, and nobody else: until they confirm, no
 * import brings the address in. `false` where that was so already.
 */
export async function softenSuppression(
  db: Db,
  secret: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("suppressions")
    .set({ reason: "erased", at: now })
    .where("hash", "=", addressHash(secret, address))
    .where("reason", "!=", "erased")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The address may be written to: its owner has confirmed. */
export async function liftSuppression(db: Db, secret: string, address: string): Promise<void> {
  await db.deleteFrom("suppressions").where("hash", "=", addressHash(secret, address)).execute();
}

/** Whether somebody was brought back, or why nobody was. */
export type RestoreResult = "restored" | "not-bounced" | "forgotten";

/**
 * Brings back a subscriber who was taken off the list because mail bounced, as if it had not:
 * earlier bounces no longer count. Who complained or left comes back by their own will only.
 */
export async function restoreSubscriber(
  db: Db,
  secret: string,
  address: string,
  now: Date,
): Promise<RestoreResult> {
  const suppression = await findSuppression(db, secret, address);
  if (suppression?.reason !== "bounced") return "not-bounced";
  const row = await db
    .updateTable("subscribers")
    .set({ status: "confirmed", ended_at: null, restored_at: now })
    .where(isAddress(address))
    .where("status", "=", "unsubscribed")
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return "forgotten";
  await liftSuppression(db, secret, address);
  return "restored";
}

/** Undoes that: the subscriber is off the list again. `false` where there is none. */
export async function undoRestore(
  db: Db,
  secret: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .updateTable("subscribers")
    .set({ status: "unsubscribed", ended_at: now, restored_at: null })
    .where(isAddress(address))
    .where("restored_at", "is not", null)
    .returning("id")
    .executeTakeFirst();
  if (row !== undefined) await suppressAddress(db, secret, address, "bounced", now);
  return row !== undefined;
}
