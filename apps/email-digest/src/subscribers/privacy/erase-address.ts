import { sql } from "kysely";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "../../database/open-database.ts";
import { mailboxHash } from "../keyed-hash.ts";
import { isAddress } from "../known-address.ts";
import { suppressAddress } from "../suppression.ts";

export interface Erasure {
  /** Whether there was a subscription, in any state. */
  wasKnown: boolean;
  /** Mails written to files that were deleted, because they were to this address. */
  files: number;
}

/**
 * Removes jobs that name a subscriber or a form, finished and failed ones too. They hold ids only,
 * but an id without a row is of no use.
 */
async function eraseJobs(db: Db, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{
    queue: string | null;
  }>`SELECT to_regclass('jobs.job')::text AS queue`.execute(db);
  if (ids.length === 0 || rows[0]?.queue == null) return;
  await sql`DELETE FROM jobs.job WHERE data->>'subscriberId' = ANY(${[...ids]}::text[]) OR data->>'signUpId' = ANY(${[...ids]}::text[])`.execute(
    db,
  );
}

/** Deletes the .eml files that hold the address. */
async function eraseFiles(folder: string, address: string): Promise<number> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) =>
    name.endsWith(".eml"),
  );
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
 * Forgets an address everywhere: subscription, consent, links, notices, ledger rows, waiting forms,
 * limits, queued and dead jobs, messages in files. What stays is a keyed hash that keeps imports
 * from bringing it back; only its owner's confirmation does.
 * @param mailFolder where messages are written instead of sent, if they are
 */
export async function eraseAddress(
  db: Db,
  secret: string,
  address: string,
  now: Date,
  mailFolder?: string,
): Promise<Erasure> {
  const wasKnown = await db.transaction().execute(async (tx) => {
    const forms = await tx
      .deleteFrom("sign_ups")
      .where(isAddress(address))
      .returning("id")
      .execute();
    const gone = await tx
      .deleteFrom("subscribers")
      .where(isAddress(address))
      .returning("id")
      .execute();
    await tx
      .deleteFrom("limited_mails")
      .where("address_hash", "=", mailboxHash(secret, address))
      .execute();
    await eraseJobs(
      tx,
      [...forms, ...gone].map(({ id }) => id),
    );
    await suppressAddress(tx, secret, address, "erased", now);
    return gone.length > 0;
  });
  return { wasKnown, files: mailFolder === undefined ? 0 : await eraseFiles(mailFolder, address) };
}
