import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";

/**
 * Days after which what is left of an edition is not sent without a new word: the news is old, or
 * the database is.
 */
const SEND_DAYS = 7;
const DAY = 86_400_000;

/** An edition of which nothing is sent at present. */
export interface Hold {
  edition: number;
  reason: string;
  since: Date;
  /** Deliveries that wait. */
  planned: number;
}

/** Until when an edition that is made or resumed now may be sent. */
export function sendUntil(now: Date): Date {
  return new Date(now.getTime() + SEND_DAYS * DAY);
}

async function hold(db: Db, edition: number, reason: string, now: Date): Promise<void> {
  await db
    .updateTable("editions")
    .set({ held_at: now, held_reason: reason })
    .where("number", "=", edition)
    .where("held_at", "is", null)
    .execute();
}

/**
 * Stops an edition at once when a provider refuses us as senders; the delivery that met it stays
 * planned.
 */
export async function holdAfterAlarm(
  db: Db,
  edition: number,
  alarm: { code: string; reply: string },
  now: Date,
): Promise<void> {
  await hold(db, edition, `A mail server refuses this sender (${alarm.code}): ${alarm.reply}`, now);
}

/**
 * The late rule: what is still planned after its time waits until somebody says that it should go
 * out. Returns the editions held.
 */
export async function holdLateEditions(db: Db, now: Date): Promise<number[]> {
  const rows = await db
    .updateTable("editions")
    .set({ held_at: now, held_reason: `It was to be sent within ${SEND_DAYS} days and was not.` })
    .where("send_until", "<", now)
    .where("held_at", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("deliveries")
          .whereRef("edition", "=", "number")
          .where("state", "=", "planned")
          .select(sql`1`.as("one")),
      ),
    )
    .returning("number")
    .execute();
  return rows.map(({ number }) => number);
}

/** Stops an edition on the researcher's word. */
export async function pauseEdition(db: Db, edition: number, now: Date): Promise<void> {
  await hold(db, edition, "It was paused.", now);
}

/** Lets an edition go on, with fresh time. `false` where it was not held. */
export async function resumeEdition(db: Db, edition: number, now: Date): Promise<boolean> {
  const result = await db
    .updateTable("editions")
    .set({ held_at: null, held_reason: null, send_until: sendUntil(now) })
    .where("number", "=", edition)
    .where("held_at", "is not", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Editions on hold, oldest first. */
export async function listHolds(db: Db): Promise<Hold[]> {
  const rows = await db
    .selectFrom("editions")
    .leftJoin("deliveries", (join) =>
      join.onRef("edition", "=", "number").on("state", "=", "planned"),
    )
    .where("held_at", "is not", null)
    .groupBy("number")
    .orderBy("number")
    .select([
      "number",
      "held_at",
      "held_reason",
      (eb) => eb.fn.count<number>("deliveries.edition").as("planned"),
    ])
    .execute();
  return rows.flatMap(({ number, held_at, held_reason, planned }) =>
    held_at === null
      ? []
      : [{ edition: number, reason: held_reason ?? "", since: held_at, planned }],
  );
}
