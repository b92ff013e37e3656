import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { type EditionSums, listEditions } from "../editions/edition-list.ts";

/** How an edition went, now that nothing of it is under way. */
export interface EditionOutcome {
  edition: EditionSums;
  /** Replies of those who refused, the most frequent first. */
  refusals: { reply: string; count: number }[];
  /** Who has left the list since it was made. */
  left: number;
  /** Who has confirmed since the edition before it. */
  joined: number;
}

const MOST_REFUSALS = 5;

async function countRefusals(db: Db, edition: number): Promise<EditionOutcome["refusals"]> {
  const rows = await db
    .selectFrom("deliveries")
    .where("edition", "=", edition)
    .where("state", "=", "failed")
    .groupBy("reply")
    .select(["reply", sql<number>`count(*)`.as("count")])
    .orderBy("count", "desc")
    .limit(MOST_REFUSALS)
    .execute();
  return rows.map(({ reply, count }) => ({ reply: reply ?? "no reply", count }));
}

async function countSince(db: Db, column: "ended_at" | "confirmed_at", since: Date) {
  const { count } = await db
    .selectFrom("subscribers")
    .where(column, ">", since)
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Editions of which the owner has not heard and nothing waits, is on hold, or under way. */
async function listUnreported(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom("editions")
    .where("reported_at", "is", null)
    .where("held_at", "is", null)
    .where("number", "not in", (eb) =>
      eb.selectFrom("deliveries").where("state", "in", ["planned", "sending"]).select("edition"),
    )
    .orderBy("number")
    .select("number")
    .execute();
  return rows.map(({ number }) => number);
}

/** What the owner has not heard yet of editions, oldest first. */
export async function listOutcomes(db: Db): Promise<EditionOutcome[]> {
  const unreported = new Set(await listUnreported(db));
  if (unreported.size === 0) return [];
  const editions = await listEditions(db);
  return Promise.all(
    editions.flatMap((edition, at) =>
      unreported.has(edition.number)
        ? (async () => ({
            edition,
            refusals: await countRefusals(db, edition.number),
            left: await countSince(db, "ended_at", edition.createdAt),
            joined: await countSince(
              db,
              "confirmed_at",
              editions[at - 1]?.createdAt ?? new Date(0),
            ),
          }))()
        : [],
    ),
  );
}
