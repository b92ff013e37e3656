import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { DeliveryState } from "../database/schema.ts";

/** One edition and how many of its deliveries stand in each state. */
export interface EditionSums {
  number: number;
  subject: string;
  summary: string;
  createdAt: Date;
  /** To how many it was planned; the states and the erased add up to it. */
  recipients: number;
  erased: number;
  deliveries: Record<DeliveryState, number>;
}

/** All editions, oldest first. One query for all sums, so that they are of one moment. */
export async function listEditions(db: Db): Promise<EditionSums[]> {
  const rows = await db
    .selectFrom("editions")
    .leftJoin("deliveries", "deliveries.edition", "editions.number")
    .select([
      "editions.number",
      "editions.subject",
      "editions.summary",
      "editions.created_at",
      "editions.recipients",
      "editions.erased",
      "deliveries.state",
      sql<number>`count(deliveries.edition)`.as("count"),
    ])
    .groupBy(["editions.number", "deliveries.state"])
    .orderBy("editions.number")
    .execute();
  const editions = new Map<number, EditionSums>();
  for (const { number, subject, summary, created_at, recipients, erased, state, count } of rows) {
    const known = editions.get(number) ?? {
      number,
      subject,
      summary,
      createdAt: created_at,
      recipients,
      erased,
      deliveries: { planned: 0, sending: 0, accepted: 0, failed: 0, unknown: 0 },
    };
    if (state !== null) known.deliveries[state] = count;
    editions.set(number, known);
  }
  return [...editions.values()];
}
