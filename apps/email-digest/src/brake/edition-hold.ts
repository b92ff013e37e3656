import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { planRefusedAgain } from "./plan-again.ts";
import type { Judged } from "../smtp/judge-refusal.ts";

/**
 * Days after which what is left of an edition is not sent without a new word: the news is old, or
 * the database is.
 */
const SEND_DAYS = 7;
const DAY = 86_400_000;

/** An edition of which nothing is sent at present. */
export interface Hold {
  edition: number;
  /** Empty where all of it is held, else the domain that is. */
  domain: string;
  reason: string;
  since: Date;
  /** When it goes on by itself; null where it waits for a word. */
  until: Date | null;
  /** Deliveries that wait. */
  planned: number;
}

/** Until when an edition that is made or resumed now may be sent. */
export function sendUntil(now: Date): Date {
  return new Date(now.getTime() + SEND_DAYS * DAY);
}

/** Why an edition is held, in a sentence, and when that ends by itself. */
export interface Cause {
  reason: string;
  until?: Date;
}

export async function holdEdition(
  db: Db,
  edition: number,
  { reason, until }: Cause,
  now: Date,
): Promise<void> {
  await db
    .updateTable("editions")
    .set({ held_at: now, held_reason: reason, held_until: until ?? null })
    .where("number", "=", edition)
    .where("held_at", "is", null)
    .execute();
}

/** A refusal that concerns all recipients. */
export interface Alarm {
  about: Judged;
  reply: string;
  code?: string;
}

const BLAMED: Partial<Record<Judged, string>> = {
  account: "The mail server refuses our account",
  quota: "The limit of our account is used up",
  content: "A mail server refuses what the mail says",
};

/** A limit is of an hour where its reply says so, else of a day. */
const quotaEnds = (reply: string, now: Date) =>
  new Date(now.getTime() + (/hour/i.test(reply) ? DAY / 24 : DAY));

/**
 * Stops an edition at once when a refusal concerns all; the delivery that met it stays planned. A
 * limit passes, and the edition goes on by itself.
 */
export async function holdAfterAlarm(
  db: Db,
  edition: number,
  { about, reply, code }: Alarm,
  now: Date,
): Promise<void> {
  const blamed = BLAMED[about] ?? "A mail server refuses this sender";
  const reason = `${blamed}${code === undefined ? "" : ` (${code})`}: ${reply}`;
  const until = about === "quota" ? { until: quotaEnds(reply, now) } : {};
  await holdEdition(db, edition, { reason, ...until }, now);
}

/** Stops an edition that was refused so often in the same way that it is hardly about people. */
export async function holdAfterRun(
  db: Db,
  edition: number,
  { reply, count }: { reply: string; count: number },
  now: Date,
): Promise<void> {
  const reason = `The same refusal came ${count} times in a row: ${reply}`;
  await holdEdition(db, edition, { reason }, now);
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
  await holdEdition(db, edition, { reason: "It was paused." }, now);
}

/**
 * Lets an edition go on, with fresh time. Bounces that were not believed count from now on, and
 * whom they were about gets the edition again. `false` where nothing of it was held.
 */
export async function resumeEdition(db: Db, edition: number, now: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const brakes = await tx
      .updateTable("bounce_brakes")
      .set({ released_at: now })
      .where("edition", "=", edition)
      .where("released_at", "is", null)
      .returning("domain")
      .execute();
    for (const { domain } of brakes)
      await planRefusedAgain(tx, edition, now, { domain, isNobody: true });
    const held = await tx
      .selectFrom("editions")
      .where("number", "=", edition)
      .where("held_at", "is not", null)
      .select("number")
      .executeTakeFirst();
    // Fresh time in any case: what is planned again may be older than the late rule allows.
    await tx
      .updateTable("editions")
      .set({ held_at: null, held_reason: null, held_until: null, send_until: sendUntil(now) })
      .where("number", "=", edition)
      .execute();
    return held !== undefined || brakes.length > 0;
  });
}

/** Lets editions go on whose hold has ended by itself, with fresh time. */
export async function resumeWaiting(db: Db, now: Date): Promise<void> {
  await db
    .updateTable("editions")
    .set({ held_at: null, held_reason: null, held_until: null, send_until: sendUntil(now) })
    .where("held_until", "<=", now)
    .execute();
}

/** Editions on hold, oldest first, and domains that are held of others. */
export async function listHolds(db: Db): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    WITH held AS (
      SELECT number AS edition, '' AS domain, coalesce(held_reason, '') AS reason, held_at AS since, held_until AS until
        FROM editions WHERE held_at IS NOT NULL
      UNION ALL
      SELECT edition, domain, reason, at, NULL FROM bounce_brakes WHERE released_at IS NULL AND domain <> '')
    SELECT held.*, (SELECT count(*) FROM deliveries AS d
        WHERE d.edition = held.edition AND d.state = 'planned' AND held.domain IN ('', d.route)) AS planned
      FROM held ORDER BY edition, domain`.execute(db);
  return rows;
}
