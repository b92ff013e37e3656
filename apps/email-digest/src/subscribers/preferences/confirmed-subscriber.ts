import { sql, type Transaction } from "kysely";
import type { Db } from "../../database/open-database.ts";
import type { Tables } from "../../database/schema.ts";
import type { Frequency } from "../../database/subscription-schema.ts";

/** Someone who chose what to get and how often. */
export interface ConfirmedSubscriber {
  id: string;
  /** Null for everything. */
  topics: string[] | null;
  frequency: Frequency;
  /** The last edition they need not be sent. */
  toldThrough: number;
  /** When they last got a message, or confirmed. */
  toldAt: Date;
}

/**
 * The last edition of which subscribers know: those before they confirmed, and those they were
 * sent.
 */
const toldThrough = sql<number>`greatest(
  subscribers.told_through,
  (SELECT coalesce(max(number), 0) FROM editions WHERE editions.created_at < subscribers.confirmed_at),
  CASE WHEN subscribers.is_tailored THEN 0 ELSE (SELECT coalesce(max(edition), 0) FROM deliveries WHERE deliveries.subscriber_id = subscribers.id) END
)`;

const toldAt = sql<Date>`greatest(
  subscribers.told_at,
  subscribers.confirmed_at,
  CASE WHEN subscribers.is_tailored THEN NULL ELSE (
    SELECT max(editions.created_at) FROM deliveries JOIN editions ON editions.number = deliveries.edition WHERE deliveries.subscriber_id = subscribers.id
  ) END
)`;

const COLUMNS = [
  "subscribers.id",
  "subscribers.topics",
  "subscribers.frequency",
  toldThrough.as("toldThrough"),
  toldAt.as("toldAt"),
] as const;

/**
 * One confirmed subscriber, whether they chose anything yet or not; undefined where the
 * subscription is not confirmed.
 */
export async function findConfirmedSubscriber(
  db: Db,
  id: string,
): Promise<ConfirmedSubscriber | undefined> {
  return db
    .selectFrom("subscribers")
    .where("id", "=", id)
    .where("status", "=", "confirmed")
    .select(COLUMNS)
    .executeTakeFirst();
}

/**
 * Those who chose something and have not been planned for the given edition. Nobody of them is
 * erased before the transaction ends.
 */
export async function listTailoredSubscribers(
  tx: Transaction<Tables>,
  edition: number,
): Promise<ConfirmedSubscriber[]> {
  return tx
    .selectFrom("subscribers")
    .where("status", "=", "confirmed")
    .where("is_tailored", "=", true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("deliveries")
            .whereRef("subscriber_id", "=", "subscribers.id")
            .where("edition", "=", edition)
            .select("edition"),
        ),
      ),
    )
    .select(COLUMNS)
    .orderBy("id")
    .forKeyShare("subscribers")
    .execute();
}
