import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/schema.ts";
import type { SendPolicy } from "./send-policy.ts";

/** The bucket of all messages together; no domain has this name. */
const ALL = "*";
/** Seconds whose share of a limit may go out at once. */
const BURST_SECONDS = 5;

interface Bucket {
  tokens: number;
  perMinute: number;
}

const capacity = (perMinute: number) => Math.max(1, (perMinute * BURST_SECONDS) / 60);

/** What may go now. Buckets live in the database, so all workers together keep the limits. */
export interface Allowance {
  /** Takes one message to a domain, where both its bucket and the common one allow it. */
  take(route: string): boolean;
  /** Mails that may still go to all domains together. */
  left(): number;
  /** Domains whose bucket is empty. */
  blocked(): string[];
  /** Milliseconds until the next message may go to somewhere that is blocked now. */
  wait(): number;
}

/**
 * Fills the buckets up to `now` and locks the common one until the transaction ends: workers take
 * messages one after another. Clocks of several machines may differ; a bucket never loses what it
 * holds because of that.
 */
export async function openAllowance(
  tx: Transaction<Tables>,
  policy: SendPolicy,
  now: Date,
): Promise<Allowance & { save(): Promise<void> }> {
  if (policy.perMinute <= 0 && policy.perMinuteAndDomain <= 0) return UNLIMITED;
  await tx
    .insertInto("rates")
    .values({ route: ALL, tokens: capacity(policy.perMinute), filled_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`SELECT 1 FROM rates WHERE route = ${ALL} FOR UPDATE`.execute(tx);
  const rows = await tx.selectFrom("rates").selectAll().execute();
  const limitOf = (route: string) => (route === ALL ? policy.perMinute : policy.perMinuteAndDomain);
  const buckets = new Map<string, Bucket>();
  for (const { route, tokens, filled_at } of rows) {
    const perMinute = limitOf(route);
    const filled = tokens + (Math.max(0, now.getTime() - filled_at.getTime()) * perMinute) / 60_000;
    if (perMinute > 0)
      buckets.set(route, { perMinute, tokens: Math.min(capacity(perMinute), filled) });
  }
  const bucketOf = (route: string): Bucket | undefined => {
    const perMinute = limitOf(route);
    if (perMinute <= 0) return undefined;
    const bucket = buckets.get(route) ?? { tokens: capacity(perMinute), perMinute };
    buckets.set(route, bucket);
    return bucket;
  };
  const [all, empty] = [
    bucketOf(ALL),
    (route: string) => route !== ALL && (buckets.get(route)?.tokens ?? 1) < 1,
  ];
  return {
    take: (route) => {
      const own = bucketOf(route);
      if ((all?.tokens ?? 1) < 1 || (own?.tokens ?? 1) < 1) return false;
      if (all !== undefined) all.tokens -= 1;
      if (own !== undefined) own.tokens -= 1;
      return true;
    },
    left: () => Math.floor(all?.tokens ?? Number.POSITIVE_INFINITY),
    blocked: () => [...buckets.keys()].filter(empty),
    wait: () => {
      const waits = [...buckets.values()]
        .filter(({ tokens }) => tokens < 1)
        .map(({ tokens, perMinute }) => ((1 - tokens) * 60_000) / perMinute);
      const forAll =
        all !== undefined && all.tokens < 1 ? ((1 - all.tokens) * 60_000) / all.perMinute : 0;
      return Math.max(forAll, Math.min(...waits, Number.POSITIVE_INFINITY));
    },
    save: () => saveBuckets(tx, buckets, now),
  };
}

const UNLIMITED = {
  take: () => true,
  left: () => Number.POSITIVE_INFINITY,
  blocked: () => [],
  wait: () => 0,
  save: () => Promise.resolve(),
};

/** Full buckets need no row: a domain that was never heard of has a full one. */
async function saveBuckets(
  tx: Transaction<Tables>,
  buckets: ReadonlyMap<string, Bucket>,
  now: Date,
): Promise<void> {
  const isFull = ([route, { tokens, perMinute }]: [string, Bucket]) =>
    route !== ALL && tokens >= capacity(perMinute);
  const full = [...buckets].filter(isFull).map(([route]) => route);
  const rest = [...buckets].filter((entry) => !isFull(entry));
  if (full.length > 0) await tx.deleteFrom("rates").where("route", "in", full).execute();
  if (rest.length === 0) return;
  await tx
    .insertInto("rates")
    .values(rest.map(([route, { tokens }]) => ({ route, tokens, filled_at: now })))
    .onConflict((conflict) =>
      conflict.column("route").doUpdateSet((eb) => ({
        tokens: eb.ref("excluded.tokens"),
        filled_at: eb.fn<Date>("greatest", [
          eb.ref("excluded.filled_at"),
          eb.ref("rates.filled_at"),
        ]),
      })),
    )
    .execute();
}
