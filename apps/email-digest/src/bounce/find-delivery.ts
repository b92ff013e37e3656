import { type DeliveryKey, readReturnPath } from "../addresses/return-path.ts";
import type { Db } from "../database/open-database.ts";
import { findLinkOwner } from "../subscribers/unsubscribe-link.ts";

/**
 * Finds whose mail a report is about: only tokens that we made count, since anybody can write to
 * that address.
 */
export function findDelivery(
  secret: string,
  addresses: readonly string[],
): DeliveryKey | "forged" | undefined {
  const found = addresses.map((address) => readReturnPath(secret, address));
  const ours = found.find((path) => path.kind === "delivery");
  if (ours?.kind === "delivery") return ours.key;
  return found.some(({ kind }) => kind === "forged") ? "forged" : undefined;
}

/**
 * The newest delivery to whoever an unsubscribe link belongs to; complaints often keep that header
 * and drop the return path.
 */
export async function findByLink(
  db: Db,
  links: readonly string[],
  now: Date,
): Promise<DeliveryKey | undefined> {
  for (const link of links) {
    const owner = await findLinkOwner(db, link.split("/").at(-1) ?? "", now);
    if (owner.kind !== "subscriber") continue;
    const newest = await db
      .selectFrom("deliveries")
      .where("subscriber_id", "=", owner.id)
      .select("edition")
      .orderBy("edition", "desc")
      .limit(1)
      .executeTakeFirst();
    if (newest !== undefined) return { edition: newest.edition, subscriberId: owner.id };
  }
  return undefined;
}
