import { sql } from "kysely";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Db } from "../database/open-database.ts";
import { mailboxHash } from "./keyed-hash.ts";
import { suppressAddress } from "./suppression.ts";

export interface Erasure {
  /** Whether there was a subscription, in any state. */
  wasKnown: boolean;
  /** Mails written to files that were deleted, because they were to this address. */
  files: number;
}

/** Removes jobs that name a subscriber or a form, finished and failed ones too. They hold ids only, but an id without a row is of no use. */
async function eraseJobs(db: Db, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ queue: string | null }>`SELECT to_regclass('jobs.job')::text AS queue`.execute(db);
  if (ids.length === 0 || rows[0]?.queue == null) return;
  await sql`DELETE FROM jobs.job WHERE data->>'subscriberId' = ANY(${[...ids]}::text[]) OR data->>'signUpId' = ANY(${[...ids]}::text[])`.execute(db);
}

/** Deletes the .eml files that hold the address. */
async function eraseFiles(folder: string, address: string): Promise<number> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith(".eml"));
  let erased = 0;
  for (const name of names) {
    const text = await readFile(join(folder, name), "latin1").catch(() => "");
    if (!text.toLowerCase().includes(address.toLowerCase())) continue;
    await rm(join(folder, name), { force: true });
    erased += 1;
  }
  return erased;
}

/**
 * Forgets an address everywhere: subscription, consent, links, notices, ledger rows, waiting forms, limits, queued and dead jobs, mails in
 * files. What stays is a keyed hash that keeps imports from bringing it back; only its owner's confirmation does.
 * @param mailFolder where mails are written instead of sent, if they are
 */
export async function eraseAddress(db: Db, secret: string, address: string, now: Date, mailFolder?: string): Promise<Erasure> {
  const folded = address.toLowerCase();
  const wasKnown = await db.transaction().execute(async (tx) => {
    const forms = await tx
      .deleteFrom("sign_ups")
      .where((eb) => eb(eb.fn("lower", ["address"]), "=", folded))
      .returning("id")
      .execute();
    const gone = await tx
      .deleteFrom("subscribers")
      .where((eb) => eb(eb.fn("lower", ["address"]), "=", folded))
      .returning("id")
      .execute();
    await tx.deleteFrom("limited_mails").where("address_hash", "=", mailboxHash(secret, address)).execute();
    await eraseJobs(
      tx,
      [...forms, ...gone].map(({ id }) => id),
    );
    await suppressAddress(tx, secret, address, "erased", now);
    return gone.length > 0;
  });
  return { wasKnown, files: mailFolder === undefined ? 0 : await eraseFiles(mailFolder, address) };
}

export type Purge = { kind: "purged" } | { kind: "partly"; reason: string };

/** Tables that hold addresses or domains, or have held them. */
const WITH_ADDRESSES = ["subscribers", "sign_ups", "deliveries"] as const;

/** A server takes new settings when it gets to it; a checkpoint before that would keep the old log under a new name. */
async function waitForSetting(db: Db, name: string, value: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { rows } = await sql<{ value: string }>`SELECT current_setting(${name}) AS value`.execute(db);
    if (rows[0]?.value === value) return;
    await setTimeout(100);
  }
  throw new Error(`the server did not take ${name} = ${value} within ten seconds`);
}

/**
 * Makes the database let go of the bytes of deleted rows at once: tables are written anew, and the write-ahead log up to now is removed
 * instead of being kept for reuse. Sure where the server is our own; another server may keep copies in backups, replicas and archives,
 * and may not let us. Locks each table for the moment it takes to copy it.
 */
export async function purgeTraces(db: Db): Promise<Purge> {
  try {
    for (const table of WITH_ADDRESSES) await sql`VACUUM (FULL) ${sql.table(table)}`.execute(db);
    await sql`ALTER SYSTEM SET wal_recycle = off`.execute(db);
    await sql`SELECT pg_reload_conf()`.execute(db);
    await waitForSetting(db, "wal_recycle", "off");
    await sql`SELECT pg_switch_wal()`.execute(db);
    await sql`CHECKPOINT`.execute(db);
    return { kind: "purged" };
  } catch (error) {
    return { kind: "partly", reason: error instanceof Error ? error.message : String(error) };
  }
}
