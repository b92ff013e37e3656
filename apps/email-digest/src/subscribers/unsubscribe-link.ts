import type { Db } from "../database/open-database.ts";
import { hashToken } from "./token.ts";

/** What a link that ends a subscription leads to. */
export type LinkOwner =
  | { kind: "subscriber"; id: string; status: string }
  /** Whoever had it left, or was erased. */
  | { kind: "forgotten" }
  | { kind: "unknown" };

/** Whose link it is, also one that was sent before the secret changed; reads only. */
export async function findLinkOwner(db: Db, token: string, now: Date): Promise<LinkOwner> {
  const hash = hashToken(token);
  const former = await db
    .selectFrom("former_links")
    .where("hash", "=", hash)
    .where("until", ">", now)
    .select("subscriber_id")
    .executeTakeFirst();
  const subscriber = await db
    .selectFrom("subscribers")
    .where((is) =>
      is.or([is("unsubscribe_hash", "=", hash), is("id", "=", former?.subscriber_id ?? null)]),
    )
    .select(["id", "status"])
    .executeTakeFirst();
  if (subscriber !== undefined) return { kind: "subscriber", ...subscriber };
  return { kind: former === undefined ? "unknown" : "forgotten" };
}

/** Ends a subscription at once; repeated, it stays ended. */
export async function endSubscription(db: Db, token: string, now: Date): Promise<LinkOwner> {
  const owner = await findLinkOwner(db, token, now);
  if (owner.kind !== "subscriber") return owner;
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("subscribers")
      .set({ status: "unsubscribed", ended_at: now })
      .where("id", "=", owner.id)
      .where("status", "!=", "unsubscribed")
      .execute();
    // An old confirmation link must not bring back who has left.
    await tx.deleteFrom("tokens").where("subscriber_id", "=", owner.id).execute();
  });
  return { ...owner, status: "unsubscribed" };
}
