import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { DeliveryState } from "../database/schema.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import type { Claim } from "./reserve.ts";

/** A claim and what became of it. */
export interface Settlement {
  claim: Claim;
  outcome: SendOutcome;
}

/** The new values of a row. */
interface Entry {
  state: DeliveryState;
  attempts: number;
  due: Date;
  settled: Date | null;
  reply: string | null;
  code: string | null;
}

const LEFT = "unsubscribed before it was sent";

function entryOf({ claim, outcome }: Settlement, retryDelays: readonly number[], now: Date): Entry {
  const back: Entry = {
    state: "planned",
    attempts: claim.attempts,
    due: now,
    settled: null,
    reply: null,
    code: null,
  };
  const attempts = claim.attempts + 1;
  const code = "code" in outcome ? (outcome.code ?? null) : null;
  if (outcome.kind === "not-begun") return back;
  if (outcome.kind === "unreachable" || outcome.kind === "alarm")
    return { ...back, reply: outcome.reply, code };
  if (outcome.kind !== "retry")
    return { state: outcome.kind, attempts, due: now, settled: now, reply: outcome.reply, code };
  const pause = retryDelays[claim.attempts];
  return pause === undefined
    ? { state: "failed", attempts, due: now, settled: now, reply: outcome.reply, code }
    : {
        state: "planned",
        attempts,
        due: new Date(now.getTime() + pause),
        settled: null,
        reply: outcome.reply,
        code,
      };
}

/**
 * Writes down what became of attempts. It may be repeated when the database did not answer: a row
 * is only touched by who took it, for the attempt that was taken. The sender's own evidence also
 * settles what others had to call unknown meanwhile.
 */
export async function settleDeliveries(
  db: Db,
  settlements: readonly Settlement[],
  retryDelays: readonly number[],
  now: Date,
): Promise<void> {
  const entries = settlements.map((settlement) => ({
    ...settlement.claim,
    before: settlement.claim.attempts,
    entry: entryOf(settlement, retryDelays, now),
    alarmed: settlement.outcome.kind === "alarm" ? 1 : 0,
  }));
  const column = <T>(pick: (row: (typeof entries)[number]) => T) => entries.map(pick);
  await sql`
    UPDATE deliveries AS d SET
        state = CASE WHEN c.state = 'planned' AND s.status <> 'confirmed' THEN 'failed' ELSE c.state END,
        reply = CASE WHEN c.state = 'planned' AND s.status <> 'confirmed' THEN ${LEFT} ELSE coalesce(c.reply, d.reply) END,
        settled_at = CASE WHEN c.state = 'planned' AND s.status <> 'confirmed' THEN ${now} ELSE c.settled END,
        worker = CASE WHEN c.state = 'planned' THEN NULL ELSE d.worker END,
        route = CASE WHEN c.state = 'planned' AND s.status = 'confirmed' THEN d.route ELSE '' END,
        attempts = c.attempts, due_at = c.due, code = c.code, alarms = d.alarms + c.alarms
      FROM unnest(${column((row) => row.edition)}::int[], ${column((row) => row.subscriberId)}::uuid[], ${column((row) => row.worker)}::int[],
                  ${column((row) => row.before)}::int[], ${column((row) => row.entry.state)}::text[], ${column((row) => row.entry.attempts)}::int[],
                  ${column((row) => row.entry.due)}::timestamptz[], ${column((row) => row.entry.settled)}::timestamptz[],
                  ${column((row) => row.entry.reply)}::text[], ${column((row) => row.entry.code)}::text[],
                  ${column((row) => row.alarmed)}::int[])
             AS c (edition, id, worker, before, state, attempts, due, settled, reply, code, alarms), subscribers AS s
     WHERE d.edition = c.edition AND d.subscriber_id = c.id AND d.worker IS NOT DISTINCT FROM c.worker AND d.attempts = c.before
       AND d.state IN ('planned', 'sending', 'unknown') AND s.id = c.id`.execute(db);
}
