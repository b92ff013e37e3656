import { sql } from "kysely";
import type { Db } from "../../database/open-database.ts";

/** A message that a form wants to cause. Everything about people is a keyed hash. */
export interface LimitedNotice {
  kind: "confirmation" | "reminder" | "manage";
  mailbox: string;
  network: string;
  domain: string;
  /** Whether a nonce showed that the form had been opened. */
  isTimed: boolean;
}

export type LimitVerdict =
  | { kind: "allowed" }
  | { kind: "limited"; by: "address" | "network" | "domain" | "everyone" };

interface Limit {
  minutes: number;
  mails: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

/**
 * At most so many messages in so many minutes. An audience may subscribe from one hall, and many
 * people share a large provider's domain.
 */
export const LIMITS = {
  address: [
    { minutes: 15, mails: 1 },
    { minutes: DAY, mails: 3 },
  ],
  reminder: [{ minutes: DAY, mails: 1 }],
  /** To somebody who does not answer; the mail says so. */
  confirmation: [{ minutes: MONTH, mails: 5 }],
  network: [
    { minutes: HOUR, mails: 30 },
    { minutes: DAY, mails: 100 },
  ],
  domain: [{ minutes: HOUR, mails: 100 }],
  everyone: [{ minutes: HOUR, mails: 300 }],
  /**
   * Forms that are a static page carry no nonce, so that programs find them easier: they may use up
   * a part, never all.
   */
  untimedNetwork: [
    { minutes: HOUR, mails: 20 },
    { minutes: DAY, mails: 60 },
  ],
  untimed: [{ minutes: HOUR, mails: 200 }],
} as const satisfies Record<string, readonly Limit[]>;

/**
 * Whoever decides about a message holds it, so that two at once cannot both take the last place.
 */
const LIMIT_LOCK = 7_320_020;

/** How many messages of the given sort the last minutes have seen. */
function countSince(minutes: number, now: Date, condition: ReturnType<typeof sql>) {
  return sql<number>`count(*) FILTER (WHERE at > ${new Date(now.getTime() - minutes * 60_000)} AND ${condition})`;
}

/**
 * Takes a place for a message, or says which limit leaves none. To be called in a transaction,
 * which holds the decision's lock to its end.
 */
export async function takePlace(tx: Db, mail: LimitedNotice, now: Date): Promise<LimitVerdict> {
  await sql`SELECT pg_advisory_xact_lock(${LIMIT_LOCK})`.execute(tx);
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const own = sql`address_hash = ${mail.mailbox}`;
  const checks = [
    ...LIMITS.address.map((limit) => ({ by: "address" as const, limit, condition: own })),
    ...(mail.kind === "manage" ? [] : LIMITS[mail.kind]).map((limit) => ({
      by: "address" as const,
      limit,
      condition: sql`${own} AND kind = ${mail.kind}`,
    })),
    ...LIMITS.network.map((limit) => ({
      by: "network" as const,
      limit,
      condition: sql`network = ${mail.network}`,
    })),
    ...LIMITS.domain.map((limit) => ({
      by: "domain" as const,
      limit,
      condition: sql`domain_hash = ${mail.domain}`,
    })),
    ...LIMITS.everyone.map((limit) => ({ by: "everyone" as const, limit, condition: sql`true` })),
    ...(mail.isTimed ? [] : LIMITS.untimedNetwork).map((limit) => ({
      by: "network" as const,
      limit,
      condition: sql`network = ${mail.network} AND NOT is_timed`,
    })),
    ...(mail.isTimed ? [] : LIMITS.untimed).map((limit) => ({
      by: "everyone" as const,
      limit,
      condition: sql`NOT is_timed`,
    })),
  ];
  const counts = checks.map(({ limit, condition }) => countSince(limit.minutes, now, condition));
  const { rows } = await sql<{ counts: number[] }>`
    SELECT ARRAY[${sql.join(counts)}]::int[] AS counts FROM limited_mails WHERE at > ${before(DAY)} OR (${own} AND at > ${before(MONTH)})`.execute(
    tx,
  );
  const hit = checks.find(({ limit }, index) => (rows[0]?.counts[index] ?? 0) >= limit.mails);
  if (hit !== undefined) return { kind: "limited", by: hit.by };
  await tx
    .insertInto("limited_mails")
    .values({
      kind: mail.kind,
      address_hash: mail.mailbox,
      network: mail.network,
      domain_hash: mail.domain,
      is_timed: mail.isTimed,
      at: now,
    })
    .execute();
  return { kind: "allowed" };
}

/**
 * Notes an alarm; `true` where it is the first of its kind in this hour, so that it is said once.
 */
export async function raiseAlarm(db: Db, kind: string, now: Date): Promise<boolean> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const row = await db
    .insertInto("alarms")
    .values({ kind, hour })
    .onConflict((conflict) => conflict.doNothing())
    .returning("kind")
    .executeTakeFirst();
  return row !== undefined;
}
