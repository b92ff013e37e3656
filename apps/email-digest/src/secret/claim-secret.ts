import { sql, type Transaction } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { Tables } from "../database/schema.ts";
import { hashToken, unsubscribeToken } from "../subscribers/token.ts";
import { fingerprintOf, type Keys } from "./keys.ts";

/** The database was used with another secret than this process has. */
export class OtherSecret extends Error {
  constructor() {
    super(
      "This database was used with another secret, so nothing is sent: links to leave would not " +
        "work. Put the secret back (the file secret in TRIPTYCH_DIR, or DIGEST_SECRET; a backup " +
        "has it: db restore). If it is lost, go on with the present one: npm run digest -- " +
        "secret replace",
    );
  }
}

const ROWS_AT_ONCE = 5_000;
const YEAR_MS = 365 * 86_400_000;

interface Made {
  id: string;
  unsubscribe_hash: string;
}

const isMadeWith = (key: string, { id, unsubscribe_hash }: Made) =>
  hashToken(unsubscribeToken(key, id)) === unsubscribe_hash;

/** Gives every subscription the link of a key; the links they had work for another year. */
async function renewLinks(tx: Transaction<Tables>, linkKey: string, now: Date): Promise<number> {
  let [renewed, last] = [0, "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const rows = await tx
      .selectFrom("subscribers")
      .where("id", ">", last)
      .select(["id", "unsubscribe_hash"])
      .orderBy("id")
      .limit(ROWS_AT_ONCE)
      .execute();
    const old = rows.filter((row) => !isMadeWith(linkKey, row));
    if (old.length > 0) {
      const ids = old.map(({ id }) => id);
      const hashes = ids.map((id) => hashToken(unsubscribeToken(linkKey, id)));
      await tx
        .insertInto("former_links")
        .values(
          old.map(({ id, unsubscribe_hash: hash }) => ({
            hash,
            subscriber_id: id,
            until: new Date(now.getTime() + YEAR_MS),
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await sql`
        UPDATE subscribers SET unsubscribe_hash = given.hash
          FROM unnest(${ids}::uuid[], ${hashes}::text[]) AS given (id, hash)
         WHERE subscribers.id = given.id`.execute(tx);
      renewed += old.length;
    }
    if (rows.length < ROWS_AT_ONCE) return renewed;
    last = rows.at(-1)?.id ?? last;
  }
}

/** Whether a database that noted no secret yet was used with one of these, or not at all. */
async function fitsLinks(tx: Transaction<Tables>, keys: readonly string[]): Promise<boolean> {
  const newest = await tx
    .selectFrom("subscribers")
    .select(["id", "unsubscribe_hash"])
    .orderBy("consent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest === undefined || keys.some((key) => isMadeWith(key, newest));
}

async function noteSecret(tx: Transaction<Tables>, { secret, linkKey }: Keys): Promise<void> {
  await tx
    .updateTable("installation")
    .set({ secret_fingerprint: fingerprintOf(secret), link_fingerprint: fingerprintOf(linkKey) })
    .execute();
}

/**
 * Makes sure that the database was used with these secrets before, and gives links of the newest
 * one to whoever has an older one. Returns how many that were.
 * @throws OtherSecret
 */
export async function claimSecret(db: Db, keys: Keys, now: Date): Promise<number> {
  const links = [keys.linkKey, ...keys.formerLinkKeys];
  return db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom("installation")
      .select(["secret_fingerprint", "link_fingerprint"])
      .forUpdate()
      .executeTakeFirstOrThrow();
    const isOwn =
      known.secret_fingerprint === null
        ? await fitsLinks(tx, links)
        : known.secret_fingerprint === fingerprintOf(keys.secret) &&
          links.some((key) => fingerprintOf(key) === known.link_fingerprint);
    if (!isOwn) throw new OtherSecret();
    const isNoted = known.link_fingerprint === fingerprintOf(keys.linkKey);
    if (!isNoted) await noteSecret(tx, keys);
    // A process that was started before the change may still have made links with the old key.
    return keys.formerLinkKeys.length === 0 ? 0 : renewLinks(tx, keys.linkKey, now);
  });
}

/**
 * Goes on with these secrets whatever the database was used with. Links that were sent work for
 * another year; hashes of those who complained, bounced or were erased are recognised no more.
 */
export async function replaceSecret(db: Db, keys: Keys, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom("installation").select("one").forUpdate().executeTakeFirstOrThrow();
    await noteSecret(tx, keys);
    return renewLinks(tx, keys.linkKey, now);
  });
}
