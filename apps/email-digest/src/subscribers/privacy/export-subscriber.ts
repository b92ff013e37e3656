import { createHash } from "node:crypto";
import type { Db } from "../../database/open-database.ts";
import { mailboxHash } from "../keyed-hash.ts";
import { isAddress } from "../known-address.ts";
import { findSuppression } from "../suppression.ts";

/**
 * Everything that is stored about an address, fit for JSON. Hashes of tokens are left out: they say
 * nothing about a person.
 */
export interface SubscriberExport {
  address: string;
  exportedAt: string;
  /** The subscription with its consent record; absent where there is none. */
  subscription?: object;
  links: object[];
  notices: object[];
  deliveries: object[];
  /** What mail servers reported about them later. */
  reports: object[];
  /** Forms that wait to be looked at. */
  forms: object[];
  /** Mails that forms caused lately, as they count for the limits. */
  limits: object[];
  suppression?: object;
}

/** Collects what every table knows about an address, in any state and spelling. */
export async function exportSubscriber(
  db: Db,
  secret: string,
  address: string,
  now: Date,
): Promise<SubscriberExport> {
  const subscriber = await db
    .selectFrom("subscribers")
    .where(isAddress(address))
    .selectAll()
    .executeTakeFirst();
  const id = subscriber?.id ?? "00000000-0000-0000-0000-000000000000";
  const { unsubscribe_hash: _hash, ...subscription } = subscriber ?? { unsubscribe_hash: "" };
  const suppression = await findSuppression(db, secret, address);
  return {
    address: subscriber?.address ?? address,
    exportedAt: now.toISOString(),
    ...(subscriber === undefined
      ? {}
      : {
          subscription: {
            ...subscription,
            consent_hash: createHash("sha256").update(subscriber.consent_text).digest("hex"),
          },
        }),
    links: await db
      .selectFrom("tokens")
      .where("subscriber_id", "=", id)
      .select(["purpose", "expires_at"])
      .orderBy("expires_at")
      .execute(),
    notices: await db
      .selectFrom("notices")
      .where("subscriber_id", "=", id)
      .select(["kind", "created_at"])
      .orderBy("created_at")
      .execute(),
    deliveries: await db
      .selectFrom("deliveries")
      .where("subscriber_id", "=", id)
      .select([
        "edition",
        "variant",
        "state",
        "message_id",
        "attempts",
        "resends",
        "due_at",
        "route",
        "reply",
        "code",
        "settled_at",
      ])
      .orderBy("edition")
      .execute(),
    reports: await db
      .selectFrom("reports")
      .where("subscriber_id", "=", id)
      .select(["edition", "kind", "status", "reply", "at"])
      .orderBy("edition")
      .orderBy("kind")
      .execute(),
    forms: await db
      .selectFrom("sign_ups")
      .where(isAddress(address))
      .select(["kind", "address", "is_timed", "consent_text", "form", "at"])
      .execute(),
    limits: await db
      .selectFrom("limited_mails")
      .where("address_hash", "=", mailboxHash(secret, address))
      .select(["kind", "is_timed", "at"])
      .orderBy("at")
      .execute(),
    ...(suppression === undefined ? {} : { suppression }),
  };
}
