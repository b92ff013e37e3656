import type { Db } from "../database/open-database.ts";
import type { SubscriberStatus } from "../database/schema.ts";

/** A subscription as the researcher sees it. */
export interface SubscriberLine {
  address: string;
  status: SubscriberStatus;
  since: Date;
  frequency: string;
  topics: string[] | null;
  /** Refusals that may pass, as mail servers reported them. */
  softBounces: number;
}

export async function listSubscribers(
  db: Db,
  status?: SubscriberStatus,
): Promise<SubscriberLine[]> {
  const rows = await db
    .selectFrom("subscribers")
    .$if(status !== undefined, (query) => query.where("status", "=", status ?? "confirmed"))
    .select((eb) => [
      "address",
      "status",
      "consent_at",
      "frequency",
      "topics",
      eb
        .selectFrom("reports")
        .whereRef("reports.subscriber_id", "=", "subscribers.id")
        .where("kind", "=", "soft")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .as("soft"),
    ])
    .orderBy("address")
    .execute();
  return rows.map(({ address, status: state, consent_at, frequency, topics, soft }) => ({
    address,
    status: state,
    since: consent_at,
    frequency,
    topics,
    softBounces: soft ?? 0,
  }));
}
