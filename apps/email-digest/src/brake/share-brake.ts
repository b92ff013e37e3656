import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { restoreSubscriber } from "../subscribers/suppression.ts";
import { holdEdition } from "./edition-hold.ts";

/**
 * So many addresses that are said not to exist, and such a share of what was sent, are a fault of a
 * server or of ours. Few readers at one domain may well have left together.
 */
const LIMITS = { edition: { bounces: 5, share: 0.2 }, domain: { bounces: 5, share: 0.5 } };
/** A small list is braked sooner. */
const SMALL = { recipients: 10, bounces: 3, share: 0.5 };

/** Conditions that the rows of one domain meet, or all where the domain is empty. */
const inDomain = (domain: string) =>
  sql`(${domain}::text = '' OR split_part(s.address, '@', 2) = ${domain})`;

/** An edition, or those of one domain in it. */
interface Scope {
  edition: number;
  /** Empty for all. */
  domain: string;
}

interface Share {
  bounces: number;
  sent: number;
}

/**
 * What was sent of an edition, and how much of it bounced for good. A domain that is braked by
 * itself says nothing about the others.
 */
async function countBounces(db: Db, edition: number, domain: string): Promise<Share> {
  const { rows } = await sql<Share>`
    SELECT count(r.kind) AS bounces, count(*) FILTER (WHERE d.state IN ('accepted', 'failed', 'unknown') OR r.kind IS NOT NULL) AS sent
      FROM deliveries AS d JOIN subscribers AS s ON s.id = d.subscriber_id
      LEFT JOIN reports AS r ON r.edition = d.edition AND r.subscriber_id = d.subscriber_id AND r.kind = 'hard'
     WHERE d.edition = ${edition} AND ${inDomain(domain)}
       AND split_part(s.address, '@', 2) NOT IN (SELECT b.domain FROM bounce_brakes AS b WHERE b.edition = ${edition})`.execute(
    db,
  );
  return rows[0] ?? { bounces: 0, sent: 0 };
}

/** Takes back what bounces of a braked edition have done: nobody loses a subscription by them. */
async function takeBackSuppressions(
  db: Db,
  secret: string,
  { edition, domain }: Scope,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ address: string }>`
    SELECT s.address FROM reports AS r JOIN subscribers AS s ON s.id = r.subscriber_id
     WHERE r.edition = ${edition} AND r.kind = 'hard' AND s.status = 'unsubscribed' AND s.ended_at = r.at AND ${inDomain(domain)}`.execute(
    db,
  );
  for (const { address } of rows) await restoreSubscriber(db, secret, address, now);
}

/** Whether bounces of an edition are not believed, so that they say nothing about anybody. */
export async function isBraked(db: Db, { edition, domain }: Scope): Promise<boolean> {
  const row = await db
    .selectFrom("bounce_brakes")
    .where("edition", "=", edition)
    .where("domain", "in", ["", domain])
    .where("released_at", "is", null)
    .select("domain")
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes a brake; `false` where there is one, or the owner has released it. */
async function brake(
  db: Db,
  { edition, domain }: Scope,
  share: Share,
  now: Date,
): Promise<boolean> {
  const where = domain === "" ? "of this edition" : `at ${domain}`;
  const reason =
    `${share.bounces} of ${share.sent} addresses ${where} are said not to exist; nobody was ` +
    "taken off the list.";
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("bounce_brakes")
    .values({ edition, domain, reason, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false;
  if (domain === "") await holdEdition(db, edition, { reason }, now);
  return true;
}

/**
 * Brakes an edition, or a domain in it, where too many bounce, and gives back the subscriptions
 * that ended by it. Returns whether it did.
 */
export async function brakeOnShare(
  db: Db,
  secret: string,
  { edition, domain }: Scope,
  now: Date,
): Promise<boolean> {
  const { recipients } = await db
    .selectFrom("editions")
    .where("number", "=", edition)
    .select("recipients")
    .forUpdate()
    .executeTakeFirstOrThrow();
  const large = [
    [domain, LIMITS.domain],
    ["", LIMITS.edition],
  ] as const;
  for (const [within, limit] of recipients < SMALL.recipients ? [["", SMALL] as const] : large) {
    const share = await countBounces(db, edition, within);
    if (share.bounces < limit.bounces || share.bounces < limit.share * share.sent) continue;
    if (!(await brake(db, { edition, domain: within }, share, now))) continue;
    await takeBackSuppressions(db, secret, { edition, domain: within }, now);
    return true;
  }
  return false;
}
