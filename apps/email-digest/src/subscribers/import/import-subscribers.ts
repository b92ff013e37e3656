import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Db } from "../../database/open-database.ts";
import type { SubscriberStatus, Tables } from "../../database/schema.ts";
import type { ImportFault, ImportRow } from "./read-import.ts";
import { isAddress } from "../known-address.ts";
import { findSuppression } from "../suppression.ts";
import { hashToken, unsubscribeToken } from "../token.ts";

export type ImportResult =
  | { kind: "imported"; added: number; known: number }
  | { kind: "refused"; faults: ImportFault[] };

/** Why somebody must not be brought in by another, if they must not. */
async function objectionTo(
  tx: Transaction<Tables>,
  secret: string,
  { address }: ImportRow,
  status: SubscriberStatus | undefined,
): Promise<string | undefined> {
  if (status === "unsubscribed")
    return (
      "has unsubscribed here; only a new sign-up of their own brings them back. Leave the line " +
      "out"
    );
  const suppression = await findSuppression(tx, secret, address);
  if (suppression === undefined) return undefined;
  return (
    `must not be written to (${suppression.reason}, ` +
    `${suppression.at.toISOString().slice(0, 10)}); only a new sign-up of their own lifts that. ` +
    "Leave the line out"
  );
}

/** Of the hashes of those who must not be written to, and of the links of new subscribers. */
export interface ImportKeys {
  secret: string;
  linkKey: string;
}

type Taken = { kind: "added" } | { kind: "known" } | { kind: "refused"; problem: string };

/** Takes one subscriber over. */
async function takeRow(
  tx: Transaction<Tables>,
  { secret, linkKey }: ImportKeys,
  row: ImportRow,
): Promise<Taken> {
  const found = await tx
    .selectFrom("subscribers")
    .where(isAddress(row.address))
    .select(["id", "status"])
    .forUpdate()
    .executeTakeFirst();
  const objection = await objectionTo(tx, secret, row, found?.status);
  if (objection !== undefined) return { kind: "refused", problem: `${row.address} ${objection}` };
  if (found?.status === "confirmed") return { kind: "known" };
  const facts = {
    consent_text: row.consentText,
    consent_at: row.consentAt,
    consent_form: row.consentForm,
    status: "confirmed" as const,
    confirmed_at: row.consentAt,
  };
  if (found !== undefined) {
    await tx.updateTable("subscribers").set(facts).where("id", "=", found.id).execute();
    return { kind: "added" };
  }
  const id = randomUUID();
  const unsubscribe_hash = hashToken(unsubscribeToken(linkKey, id));
  await tx
    .insertInto("subscribers")
    .values({ id, address: row.address, unsubscribe_hash, ended_at: null, ...facts })
    .execute();
  return { kind: "added" };
}

/** Ends the transaction of a list that is refused. */
class Refused extends Error {}

/**
 * Takes over people who agreed elsewhere, with what is known of that. All lines or none: one that
 * names somebody who has left, complained or was erased refuses the list. Who is subscribed already
 * stays as they are.
 * @param onRow called after each row, for a progress bar
 */
export async function importSubscribers(
  db: Db,
  keys: ImportKeys,
  rows: readonly ImportRow[],
  onRow: (count: number) => void = () => undefined,
): Promise<ImportResult> {
  const faults: ImportFault[] = [];
  let [added, known] = [0, 0];
  try {
    await db.transaction().execute(async (tx) => {
      for (const [at, row] of rows.entries()) {
        const taken = await takeRow(tx, keys, row);
        if (taken.kind === "refused") faults.push({ line: row.line, problem: taken.problem });
        if (taken.kind === "added") added += 1;
        if (taken.kind === "known") known += 1;
        onRow(at + 1);
      }
      if (faults.length > 0) throw new Refused();
    });
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", faults };
    throw error;
  }
  return { kind: "imported", added, known };
}
