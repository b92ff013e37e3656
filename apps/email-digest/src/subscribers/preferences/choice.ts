import type { Db } from "../../database/open-database.ts";
import type { Frequency } from "../../database/subscription-schema.ts";
import { findConfirmedSubscriber } from "./confirmed-subscriber.ts";

/** What someone chose to get, and how often. */
export interface Choice {
  /** Null for everything. */
  topics: string[] | null;
  frequency: Frequency;
}

/** More topics than anybody would tick, and longer ones than anybody would write, are not kept. */
const MOST_TOPICS = 50;

/**
 * Keeps a choice. From the first one on the planner knows what this subscriber has been sent;
 * `false` where the subscription is not confirmed.
 */
export async function keepChoice(
  db: Db,
  subscriberId: string,
  { topics, frequency }: Choice,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await tx
      .selectFrom("subscribers")
      .where("id", "=", subscriberId)
      .select("id")
      .forUpdate()
      .executeTakeFirst();
    const subscriber = await findConfirmedSubscriber(tx, subscriberId);
    if (subscriber === undefined) return false;
    await tx
      .updateTable("subscribers")
      .set({
        topics: topics === null ? null : topics.slice(0, MOST_TOPICS),
        frequency,
        is_tailored: true,
        told_through: subscriber.toldThrough,
        told_at: subscriber.toldAt,
      })
      .where("id", "=", subscriberId)
      .execute();
    return true;
  });
}
