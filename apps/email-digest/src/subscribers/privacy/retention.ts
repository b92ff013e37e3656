import type { Db } from "../../database/open-database.ts";
import { forgetUnconfirmed } from "../subscriber.ts";
import { type Purge, purgeErased } from "./purge-traces.ts";
import { suppressAddress } from "../suppression.ts";

/**
 * How long things are kept, in days. The page about privacy says the same, from the same numbers.
 */
export const RETENTION = {
  forms: 1,
  unconfirmed: 7,
  ended: 30,
  limits: 2,
  confirmations: 30,
  notices: 30,
  alarms: 30,
} as const;

const before = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/**
 * Forgets everything whose time is over, and lets the database let go of what was erased. Called
 * every hour.
 */
export async function keepRetention(db: Db, secret: string, now: Date): Promise<Purge> {
  await forgetUnconfirmed(db, RETENTION.unconfirmed, now);
  await db.deleteFrom("sign_ups").where("at", "<", before(now, RETENTION.forms)).execute();
  await db
    .deleteFrom("limited_mails")
    .where("kind", "!=", "confirmation")
    .where("at", "<", before(now, RETENTION.limits))
    .execute();
  await db
    .deleteFrom("limited_mails")
    .where("at", "<", before(now, RETENTION.confirmations))
    .execute();
  // How often an address was asked to confirm counts for longer; from where, does not.
  await db
    .updateTable("limited_mails")
    .set({ network: "", domain_hash: "" })
    .where("at", "<", before(now, RETENTION.limits))
    .where("network", "!=", "")
    .execute();
  await db.deleteFrom("rates").where("filled_at", "<", before(now, RETENTION.limits)).execute();
  await db.deleteFrom("former_links").where("until", "<", now).execute();
  await db.deleteFrom("spent_nonces").where("expires_at", "<", now).execute();
  await db.deleteFrom("notices").where("created_at", "<", before(now, RETENTION.notices)).execute();
  await db.deleteFrom("alarms").where("hour", "<", before(now, RETENTION.alarms)).execute();
  // Who left a while ago is forgotten, but for the hash that keeps an import from bringing them
  // back.
  const ended = await db
    .selectFrom("subscribers")
    .where("status", "=", "unsubscribed")
    .where("ended_at", "<", before(now, RETENTION.ended))
    .select(["id", "address"])
    .execute();
  for (const { id, address } of ended) {
    await db.transaction().execute(async (tx) => {
      await suppressAddress(tx, secret, address, "erased", now);
      await tx
        .deleteFrom("subscribers")
        .where("id", "=", id)
        .where("status", "=", "unsubscribed")
        .execute();
    });
  }
  return purgeErased(db);
}
