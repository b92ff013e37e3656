import { sql, type Transaction } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { Tables } from "../database/schema.ts";
import { openAllowance } from "./rate-limit.ts";
import type { SendPolicy } from "./send-policy.ts";

/** A planned delivery that this worker, and no other, may begin to send. */
export interface Claim {
  edition: number;
  subscriberId: string;
  address: string;
  /** Key of the tailored letter; null for the edition's own. */
  tailored: string | null;
  messageId: string;
  /** Attempts made before. */
  attempts: number;
  /** Refusals about us that came for it before. */
  alarms: number;
  /** Key of the worker that has taken it. */
  worker: number;
}

/**
 * What could be taken; `wait` is in milliseconds, and 0 where nothing more is due or more can be
 * taken at once.
 */
export interface Reservation {
  claims: Claim[];
  wait: number;
}

interface Candidate {
  edition: number;
  subscriber_id: string;
  route: string;
}

/** Left out are domains of which too many addresses bounced in that edition. */
export const NOT_BRAKED = sql<boolean>`
  (edition, route) NOT IN (SELECT edition, domain FROM bounce_brakes WHERE released_at IS NULL)`;

/**
 * Deliveries that are due and that no worker has, of editions that are neither held nor late: a
 * round may outlast an edition's time.
 */
const DUE = (now: Date) => sql`
  state = 'planned' AND worker IS NULL AND due_at <= ${now}
  AND edition NOT IN (SELECT number FROM editions WHERE held_at IS NOT NULL OR send_until < ${now})
  AND ${NOT_BRAKED}`;

/** Due rows, oldest first, which no other worker is looking at. */
async function findCandidates(
  tx: Transaction<Tables>,
  count: number,
  blocked: readonly string[],
  now: Date,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    SELECT edition, subscriber_id, route FROM deliveries
     WHERE ${DUE(now)} AND route <> ALL(${[...blocked]}::text[])
     ORDER BY due_at LIMIT ${count} FOR UPDATE SKIP LOCKED`.execute(tx);
  return rows;
}

async function isAnyDue(
  tx: Transaction<Tables>,
  routes: readonly string[],
  now: Date,
): Promise<boolean> {
  if (routes.length === 0) return false;
  const { rows } =
    await sql`SELECT 1 FROM deliveries WHERE ${DUE(now)} AND route = ANY(${[...routes]}::text[]) LIMIT 1`.execute(
      tx,
    );
  return rows.length > 0;
}

async function takeRows(
  tx: Transaction<Tables>,
  chosen: readonly Candidate[],
  worker: number,
): Promise<Claim[]> {
  if (chosen.length === 0) return [];
  const { rows } = await sql<Claim>`
    UPDATE deliveries AS d SET worker = ${worker}
      FROM unnest(${chosen.map((row) => row.edition)}::int[], ${chosen.map((row) => row.subscriber_id)}::uuid[]) AS c (edition, id), subscribers AS s
     WHERE d.edition = c.edition AND d.subscriber_id = c.id AND s.id = c.id
    RETURNING d.edition, d.subscriber_id AS "subscriberId", s.address, d.variant AS tailored, d.message_id AS "messageId", d.attempts, d.alarms, d.worker`.execute(
    tx,
  );
  return rows;
}

/**
 * Takes up to `count` deliveries that are due, as far as the limits allow. They stay planned, so a
 * worker that dies now loses nothing: what it had taken is released when its lock is gone.
 */
export async function reserveDeliveries(
  db: Db,
  worker: number,
  count: number,
  policy: SendPolicy,
  now: Date,
): Promise<Reservation> {
  return db.transaction().execute(async (tx) => {
    const allowance = await openAllowance(tx, policy, now);
    const claims: Claim[] = [];
    while (claims.length < count && allowance.left() >= 1) {
      const wanted = Math.min(count - claims.length, allowance.left());
      const fresh = await findCandidates(tx, wanted, allowance.blocked(), now);
      claims.push(
        ...(await takeRows(
          tx,
          fresh.filter(({ route }) => allowance.take(route)),
          worker,
        )),
      );
      if (fresh.length < wanted) break;
    }
    await allowance.save();
    const isLimited =
      claims.length < count &&
      (allowance.left() < 1 || (await isAnyDue(tx, allowance.blocked(), now)));
    return { claims, wait: isLimited ? Math.ceil(allowance.wait()) : 0 };
  });
}
