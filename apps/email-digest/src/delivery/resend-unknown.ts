import type { Db } from "../database/open-database.ts";

export type ResendResult = { kind: "no-such-edition" } | { kind: "planned-again"; count: number };

/**
 * Plans the deliveries of an edition again whose fate nobody knows. Only a person may decide this, because some of them may have arrived;
 * the Message-ID stays, so that a mailbox that drops doubles shows one.
 */
export async function resendUnknown(db: Db, edition: number, now: Date): Promise<ResendResult> {
  const known = await db.selectFrom("editions").where("number", "=", edition).select("number").executeTakeFirst();
  if (known === undefined) return { kind: "no-such-edition" };
  const result = await db
    .updateTable("deliveries")
    .set({ state: "planned", worker: null, due_at: now, settled_at: null, attempts: 0 })
    .where("edition", "=", edition)
    .where("state", "=", "unknown")
    .executeTakeFirst();
  return { kind: "planned-again", count: Number(result.numUpdatedRows) };
}
