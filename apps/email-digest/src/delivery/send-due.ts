import type { Db } from "../database/open-database.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import {
  holdAfterAlarm,
  holdAfterRun,
  holdLateEditions,
  resumeWaiting,
} from "../brake/edition-hold.ts";
import type { Journal } from "../journal/journal.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import { type ClaimSource, createClaimSource } from "./claim-source.ts";
import { deliverClaim, type Send } from "./deliver-claim.ts";
import { parkOrphans, releaseClaims } from "./orphans.ts";
import { createRecorder } from "./recorder.ts";
import { planRefusedAgain } from "../brake/plan-again.ts";
import { type RefusalRun, watchRefusals } from "../brake/refusal-run.ts";
import { type Claim, reserveDeliveries } from "./reserve.ts";
import type { SendPolicy } from "./send-policy.ts";
import type { WorkerLock } from "./worker-lock.ts";

export interface SendDueOptions {
  db: Db;
  lock: WorkerLock;
  send: Send;
  policy: SendPolicy;
  /** Notes outside the database what leaves. */
  journal: Pick<Journal, "begin" | "takeBack">;
  now: () => Date;
  /** Messages under way at the same time. */
  parallel: number;
  /** Takes no further delivery. */
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

/**
 * Claims that are taken at once, for each message under way: few, since others cannot have them.
 */
const CLAIMS_A_LANE = 8;

/** Takes claims ahead of need, until the signal is given. */
function openSource(
  { db, lock, policy, now, parallel }: SendDueOptions,
  stop: AbortSignal,
): ClaimSource {
  const count = parallel * CLAIMS_A_LANE;
  return createClaimSource(
    async () => {
      // Under a key whose lock is lost nothing may be taken: others would take it away again.
      if (!lock.isAlive()) return { claims: [], wait: 0 };
      return throughOutage(() => reserveDeliveries(db, lock.key, count, policy, now()), stop);
    },
    count / 2,
    stop,
  );
}

/**
 * Works through the claims in so many lanes beside each other. The first failure ends all of them,
 * and is thrown when messages under way are finished.
 */
async function runLanes(
  count: number,
  source: ClaimSource,
  deliver: (claim: Claim) => Promise<void>,
  stopAll: () => void,
): Promise<PromiseSettledResult<void>[]> {
  const lane = async () => {
    for (let claim = await source.next(); claim !== undefined; claim = await source.next())
      await deliver(claim);
  };
  const guarded = () =>
    lane().catch((error: unknown) => {
      stopAll();
      throw error;
    });
  const ends = await Promise.allSettled(Array.from({ length: count }, guarded));
  await source.end();
  return ends;
}

/** Holds an edition after a run of refusals, and plans again whom they came for. */
async function brake(
  { db, now }: SendDueOptions,
  edition: number,
  { reply, refused }: RefusalRun,
): Promise<void> {
  await holdAfterRun(db, edition, { reply, count: refused.length }, now());
  const ids = refused.map(({ subscriberId }) => subscriberId);
  await db.transaction().execute((tx) => planRefusedAgain(tx, edition, now(), { of: ids }));
}

/**
 * Sends everything that is due and keeps the limits. A stop lets messages under way finish: one
 * whose first byte is out is never cut off. A database that goes away is waited for; what is known
 * by then is written down when it is back.
 */
export async function sendDue(options: SendDueOptions): Promise<Round> {
  const { db, lock, now, parallel, giveUp } = options;
  const over = new AbortController();
  const stop = AbortSignal.any([options.signal, over.signal]);
  const round: Round = { attempts: 0, unreachable: undefined };
  await parkOrphans(db, now());
  await resumeWaiting(db, now());
  await holdLateEditions(db, now());

  const { retryDelays } = options.policy;
  const recorder = createRecorder({ db, retryDelays, now, mostBehind: parallel, giveUp });
  const desk = { send: options.send, journal: options.journal, recorder };
  const watch = watchRefusals();
  const heed = async (claim: Claim, outcome: SendOutcome) => {
    const { edition } = claim;
    round.attempts += 1;
    const run = watch(claim, outcome);
    if (run !== undefined) await throughOutage(() => brake(options, edition, run), giveUp);
    if (outcome.kind === "alarm")
      await throughOutage(() => holdAfterAlarm(db, edition, outcome, now()), giveUp);
    if (outcome.kind === "unreachable") {
      round.unreachable = outcome.reply;
      over.abort();
    }
  };
  const ends = await runLanes(
    parallel,
    openSource(options, stop),
    async (claim) => heed(claim, await deliverClaim(desk, claim)),
    () => over.abort(),
  );
  await recorder.flush();
  await throughOutage(() => releaseClaims(db, lock.key), giveUp);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return round;
}
