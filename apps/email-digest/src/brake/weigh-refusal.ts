import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { isAboutUs } from "../smtp/judge-refusal.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";

/** A delivery that was refused. */
interface Refused {
  edition: number;
  subscriberId: string;
  /** Attempts made before. */
  attempts: number;
  /** Refusals about us that came for it before. */
  alarms: number;
}

/** Whether others were taken since this delivery was refused because of us. */
async function hasArrivedSince(db: Db, { edition, subscriberId }: Refused): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM deliveries AS d JOIN deliveries AS other USING (edition)
     WHERE d.edition = ${edition} AND d.subscriber_id = ${subscriberId} AND other.state = 'accepted' AND other.settled_at > d.due_at LIMIT 1`.execute(
    db,
  );
  return rows.length > 0;
}

/**
 * A refusal about us that was to pass and did not, is one for good. One that comes again for the
 * same recipient, when others were taken meanwhile, is about that recipient after all.
 */
export async function weighRefusal(
  db: Db,
  refused: Refused,
  outcome: SendOutcome,
  retryDelays: readonly number[],
): Promise<SendOutcome> {
  if (outcome.kind !== "retry" && outcome.kind !== "alarm") return outcome;
  const about = outcome.about ?? "unknown";
  const isLast = refused.attempts >= retryDelays.length;
  if (outcome.kind === "retry" && !(isLast && isAboutUs(about))) return outcome;
  const isTheirs =
    refused.alarms > 0 &&
    (about === "sender" || about === "content") &&
    (await hasArrivedSince(db, refused));
  return { ...outcome, about, kind: isTheirs ? "failed" : "alarm" };
}
