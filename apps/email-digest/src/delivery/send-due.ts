import type { Db } from "../database/open-database.ts";
import { isOutage } from "../database/postgres/outage.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import { createClaimSource } from "./claim-source.ts";
import { holdAfterAlarm, holdLateEditions } from "../editions/edition-hold.ts";
import type { Journal } from "../journal/journal.ts";
import { parkOrphans, releaseClaims } from "./ledger.ts";
import { createRecorder } from "./recorder.ts";
import { type Claim, type Reservation, reserveDeliveries } from "./reserve.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import type { SendPolicy } from "./send-policy.ts";
import type { WorkerLock } from "./worker-lock.ts";

export interface SendDueOptions {
  db: Db;
  lock: WorkerLock;
  /**
   * Hands one mail over and tells what became of it; asks `begin` before its first byte leaves.
   * Never throws for what a server says.
   */
  send: (claim: Claim, begin: () => Promise<boolean>) => Promise<SendOutcome>;
  policy: SendPolicy;
  /** Notes outside the database what leaves. */
  journal: Pick<Journal, "begin" | "takeBack">;
  now: () => Date;
  /** Mails under way at the same time. */
  parallel: number;
  /** Takes no further mail. */
  signal: AbortSignal;
  /** Ends also the waiting for a database that does not come back. */
  giveUp?: AbortSignal;
}

export interface Round {
  /** Attempts that were made. */
  attempts: number;
  /** What kept the round from talking to the mail server at all. */
  unreachable: string | undefined;
}

/** Claims that are taken at once, for each mail under way: few, since others cannot have them. */
const CLAIMS_A_LANE = 8;

/**
 * Sends everything that is due and keeps the limits. A stop lets mails under way finish: a message
 * whose first byte is out is never cut off. A database that goes away is waited for; what is known
 * by then is written down when it is back.
 */
export async function sendDue({
  db,
  lock,
  send,
  policy,
  journal,
  now,
  parallel,
  signal,
  giveUp,
}: SendDueOptions): Promise<Round> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  const round: Round = { attempts: 0, unreachable: undefined };
  await parkOrphans(db, now());
  await holdLateEditions(db, now());

  const count = parallel * CLAIMS_A_LANE;
  const reserve = async (): Promise<Reservation> => {
    // Under a key whose lock is lost nothing may be taken: others would take it away again.
    if (!lock.isAlive()) return { claims: [], wait: 0 };
    return throughOutage(() => reserveDeliveries(db, lock.key, count, policy, now()), stop);
  };
  const source = createClaimSource(reserve, count / 2, stop);
  const recorder = createRecorder({
    db,
    retryDelays: policy.retryDelays,
    now,
    mostBehind: parallel,
    giveUp,
  });

  const deliver = async (claim: Claim) => {
    let fault: unknown;
    let isNoted = false;
    const begin = async () => {
      const mayBegin = await recorder.begin(claim).catch((error: unknown) => {
        if (!isOutage(error)) fault = error;
        return false;
      });
      if (!mayBegin) return false;
      try {
        journal.begin(claim.edition, claim.messageId);
        isNoted = true;
      } catch (error) {
        fault = error;
      }
      return isNoted;
    };
    const outcome = await send(claim, begin);
    // On file before the row is planned again: whoever compares the two later must not take it for
    // sent.
    if (isNoted && outcome.kind !== "accepted" && outcome.kind !== "unknown")
      journal.takeBack(claim.edition, claim.messageId);
    round.attempts += 1;
    // The next mail need not wait until this one's end is on disk; a few may be on their way there,
    // and are unknown if we die now.
    await (outcome.kind === "accepted"
      ? recorder.settleBehind({ claim, outcome })
      : recorder.settle({ claim, outcome }));
    if (fault !== undefined) throw fault;
    if (outcome.kind === "alarm")
      await throughOutage(() => holdAfterAlarm(db, claim.edition, outcome, now()), giveUp);
    if (outcome.kind === "unreachable") {
      round.unreachable = outcome.reply;
      over.abort();
    }
  };
  const lane = async () => {
    for (let claim = await source.next(); claim !== undefined; claim = await source.next())
      await deliver(claim);
  };

  const stopAll = (error: unknown) => {
    over.abort();
    throw error;
  };
  const ends = await Promise.allSettled(
    Array.from({ length: parallel }, () => lane().catch(stopAll)),
  );
  await source.end();
  await recorder.flush();
  await throughOutage(() => releaseClaims(db, lock.key), giveUp);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return round;
}
