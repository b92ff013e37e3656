import { sql } from "kysely";
import type { SuppressionReason } from "../database/subscription-schema.ts";
import type { Db } from "../database/open-database.ts";
import type { Departure, Journal } from "./journal.ts";
import { addressHash } from "../subscribers/keyed-hash.ts";
import {
  restoreSubscriber,
  softenSuppression,
  suppressAddress,
} from "../subscribers/suppression.ts";

/** Who has gone is looked at again for so long, since the clocks of several machines may differ. */
const SLACK_MS = 3_600_000;
const ROWS_AT_ONCE = 5_000;

/**
 * Notes outside the database who has unsubscribed, bounced, complained or was erased: a database
 * that is restored from a backup has forgotten it, and would write to them again. Only hashes, as
 * in the database itself.
 */
export async function noteDepartures(
  db: Db,
  secret: string,
  journal: Pick<Journal, "readDeparted" | "depart">,
): Promise<void> {
  const known = journal.readDeparted();
  const since = new Date(
    Math.max(0, ...[...known.values()].map(({ at }) => at.getTime())) - SLACK_MS,
  );
  const left = await db
    .selectFrom("subscribers")
    .where("status", "=", "unsubscribed")
    .where("ended_at", ">", since)
    .select(["address", "ended_at"])
    .execute();
  const suppressed = await db
    .selectFrom("suppressions")
    .where("at", ">", since)
    .select(["hash", "reason", "at"])
    .execute();
  const restored = await db
    .selectFrom("subscribers")
    .where("restored_at", ">", since)
    .where("status", "=", "confirmed")
    .select(["address", "restored_at"])
    .execute();
  // Who complained has left as well; the reason that weighs more comes last.
  const found: [string, Departure][] = [
    ...left.map(({ address, ended_at: at }): [string, Departure] => [
      addressHash(secret, address),
      { how: "left", at: at ?? since },
    ]),
    ...suppressed.map(({ hash, reason, at }): [string, Departure] => [hash, { how: reason, at }]),
    ...restored.map(({ address, restored_at: at }): [string, Departure] => [
      addressHash(secret, address),
      { how: "restored", at: at ?? since },
    ]),
  ];
  const isNew = ([hash, { how, at }]: [string, Departure]) => {
    const before = known.get(hash);
    return before === undefined || before.at < at || (before.how === "left" && how !== "left");
  };
  journal.depart(new Map(found.filter(isNew)));
}

/** The reason for which an address is suppressed after somebody went like this, if it is. */
function reasonOf({ how }: Departure): SuppressionReason | undefined {
  // Who may come back is kept from imports until they confirm.
  return how === "left" || how === "restored" ? undefined : how === "allowed" ? "erased" : how;
}

async function depart(
  db: Db,
  secret: string,
  subscriber: { id: string; address: string },
  departure: Departure,
): Promise<void> {
  const [reason, { how, at }] = [reasonOf(departure), departure];
  await db.transaction().execute(async (tx) => {
    if (reason !== undefined) await suppressAddress(tx, secret, subscriber.address, reason, at);
    if (how === "erased")
      return void (await tx.deleteFrom("subscribers").where("id", "=", subscriber.id).execute());
    await tx
      .updateTable("subscribers")
      .set({ status: "unsubscribed", ended_at: at })
      .where("id", "=", subscriber.id)
      .execute();
    await tx.deleteFrom("tokens").where("subscriber_id", "=", subscriber.id).execute();
  });
}

/**
 * Addresses that may not be written to, whether the database knows a subscriber with them or not.
 */
async function suppressAgain(
  db: Db,
  departures: readonly (readonly [hash: string, departure: Departure])[],
): Promise<void> {
  const rows = departures.flatMap(([hash, departure]) => {
    const reason = reasonOf(departure);
    return reason === undefined ? [] : [{ hash, reason, at: departure.at }];
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await db
      .insertInto("suppressions")
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/**
 * Lets everybody go again who had gone when the database was younger: those who confirmed before
 * they went, and nobody who came back since. Returns how many the database had forgotten.
 */
export async function repeatDepartures(
  db: Db,
  secret: string,
  journal: Pick<Journal, "readDeparted">,
): Promise<number> {
  const departed = journal.readDeparted();
  if (departed.size === 0) return 0;
  const returned = new Set<string>();
  let [forgotten, last] = [0, "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const { rows } = await sql<{ id: string; address: string; status: string; since: Date }>`
      SELECT id, address, status, greatest(coalesce(confirmed_at, consent_at), restored_at) AS since FROM subscribers WHERE id > ${last} ORDER BY id LIMIT ${ROWS_AT_ONCE}`.execute(
      db,
    );
    for (const subscriber of rows) {
      const hash = addressHash(secret, subscriber.address);
      const departure = departed.get(hash);
      if (departure === undefined) continue;
      if (departure.how === "restored")
        await restoreSubscriber(db, secret, subscriber.address, departure.at);
      else if (subscriber.since >= departure.at) returned.add(hash);
      else if (subscriber.status !== "unsubscribed" || departure.how === "erased") {
        await depart(db, secret, subscriber, departure);
        forgotten += 1;
      }
    }
    if (rows.length < ROWS_AT_ONCE) break;
    last = rows.at(-1)?.id ?? last;
  }
  await suppressAgain(
    db,
    [...departed].filter(([hash]) => !returned.has(hash)),
  );
  return forgotten;
}

/**
 * Lets an address ask again after a complaint or a bounce, on the researcher's word; its owner must
 * confirm as everybody does. Returns `false` where nothing stood in its way.
 */
export async function allowAddress(
  db: Db,
  secret: string,
  journal: Pick<Journal, "depart">,
  address: string,
  now: Date,
): Promise<boolean> {
  const wasSuppressed = await softenSuppression(db, secret, address, now);
  if (wasSuppressed)
    journal.depart(new Map([[addressHash(secret, address), { how: "allowed", at: now }]]));
  return wasSuppressed;
}
