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
  /** Links to leave of earlier mails, which still work. */
  formerLinks: object[];
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

/** No subscriber has it. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The subscription as it is stored, with a fingerprint of what was agreed to. */
async function exportSubscription(db: Db, address: string) {
  const row = await db
    .selectFrom("subscribers")
    .where(isAddress(address))
    .selectAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { unsubscribe_hash: _hash, ...subscription } = row;
  const consent_hash = createHash("sha256").update(row.consent_text).digest("hex");
  return { ...subscription, consent_hash };
}

/** What hangs on a subscription. */
async function exportRows(db: Db, id: string) {
  const links = await db
    .selectFrom("tokens")
    .where("subscriber_id", "=", id)
    .select(["purpose", "expires_at"])
    .orderBy("expires_at")
    .execute();
  const formerLinks = await db
    .selectFrom("former_links")
    .where("subscriber_id", "=", id)
    .select("until")
    .execute();
  const notices = await db
    .selectFrom("notices")
    .where("subscriber_id", "=", id)
    .select(["kind", "created_at"])
    .orderBy("created_at")
    .execute();
  const deliveries = await db
    .selectFrom("deliveries")
    .where("subscriber_id", "=", id)
    .select(["edition", "variant", "state", "message_id", "attempts", "resends", "due_at"])
    .select(["route", "reply", "code", "settled_at", "alarms"])
    .orderBy("edition")
    .execute();
  const reports = await db
    .selectFrom("reports")
    .where("subscriber_id", "=", id)
    .select(["edition", "kind", "status", "reply", "at"])
    .orderBy("edition")
    .orderBy("kind")
    .execute();
  return { links, formerLinks, notices, deliveries, reports };
}

/** What forms have left behind that named the address. */
async function exportForms(db: Db, secret: string, address: string) {
  const forms = await db
    .selectFrom("sign_ups")
    .where(isAddress(address))
    .select(["kind", "address", "is_timed", "consent_text", "form", "at"])
    .execute();
  const limits = await db
    .selectFrom("limited_mails")
    .where("address_hash", "=", mailboxHash(secret, address))
    .select(["kind", "is_timed", "at"])
    .orderBy("at")
    .execute();
  return { forms, limits };
}

/** Collects what every table knows about an address, in any state and spelling. */
export async function exportSubscriber(
  db: Db,
  secret: string,
  address: string,
  now: Date,
): Promise<SubscriberExport> {
  const subscription = await exportSubscription(db, address);
  const suppression = await findSuppression(db, secret, address);
  return {
    address: subscription?.address ?? address,
    exportedAt: now.toISOString(),
    ...(subscription === undefined ? {} : { subscription }),
    ...(await exportRows(db, subscription?.id ?? NOBODY)),
    ...(await exportForms(db, secret, address)),
    ...(suppression === undefined ? {} : { suppression }),
  };
}
