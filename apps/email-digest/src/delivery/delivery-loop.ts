import { sql } from "kysely";
import type { OpenDatabase } from "../database/open-database.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import type { Journal } from "../journal/journal.ts";
import { repeatDepartures } from "../journal/departures.ts";
import { parkRestored } from "../journal/restored-database.ts";
import { nextDue, parkOrphans } from "./ledger.ts";
import { type Round, sendDue, type SendDueOptions } from "./send-due.ts";
import { takeWorkerLock, type WorkerLock } from "./worker-lock.ts";

/** Sends whenever something is due, until it is stopped. */
export interface DeliveryLoop {
  /**
   * Sends what is due now; whoever asks while a round runs waits for that one. Once stopped, it
   * sends nothing.
   */
  deliver(): Promise<Round>;
  /** Waits for mails under way, but no longer than a deadline. */
  stop(): Promise<void>;
}

export interface DeliveryLoopOptions extends Pick<
  SendDueOptions,
  "send" | "policy" | "now" | "parallel"
> {
  database: OpenDatabase;
  journal: Journal;
  /** Key of the hashes by which the journal knows who has gone. */
  secret: string;
  onError: (error: unknown) => void;
}

/**
 * How often the ledger is asked for what is due and for rows of workers that are gone, besides
 * being woken.
 */
const SWEEP_MS = 10_000;
const SHORTEST_PAUSE_MS = 100;
/** Pauses while no mail server can be reached grow up to this. */
const LONGEST_PAUSE_MS = 300_000;
/**
 * A server may take long over the last dot (RFC 5321, 4.5.3.2.6 grants it ten minutes); whoever
 * stops a service does not.
 */
const STOP_MS = 60_000;

export function startDeliveryLoop({
  database,
  secret,
  onError,
  ...options
}: DeliveryLoopOptions): DeliveryLoop {
  const { db, connection } = database;
  const [stopping, givingUp] = [new AbortController(), new AbortController()];
  let lock: WorkerLock | undefined;
  let running: Promise<Round> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let silence = 0;

  const requireLock = async (): Promise<WorkerLock> => {
    if (lock?.isAlive() === true) return lock;
    lock = await throughOutage(async () => {
      // Asked over the pool first, which revives a server that is ours.
      await sql`SELECT 1`.execute(db);
      return takeWorkerLock(connection);
    }, stopping.signal);
    // The database may have been away because somebody put back an older one.
    await repeatDepartures(db, secret, options.journal);
    const parked = await parkRestored(db, options.journal, options.now());
    if (parked > 0)
      onError(
        new Error(
          `The database is older than what was sent from here: ${parked} deliveries are unknown.`,
        ),
      );
    return lock;
  };
  const closeLock = async () => {
    await lock?.close();
    lock = undefined;
  };
  const runRound = async (): Promise<Round> => {
    try {
      return await sendDue({
        ...options,
        db,
        lock: await requireLock(),
        signal: stopping.signal,
        giveUp: givingUp.signal,
      });
    } catch (error) {
      // What the round may have left half written is an orphan's once its key is given up.
      await closeLock();
      throw error;
    }
  };
  const deliver = async (): Promise<Round> => {
    if (stopping.signal.aborted) return { attempts: 0, unreachable: undefined };
    running ??= runRound().finally(() => (running = undefined));
    return running;
  };

  const pauseUntilDue = async (): Promise<number> => {
    if (silence > 0) return Math.min(1_000 * 2 ** silence, LONGEST_PAUSE_MS);
    const due = await nextDue(db);
    return due === undefined
      ? SWEEP_MS
      : Math.min(SWEEP_MS, Math.max(SHORTEST_PAUSE_MS, due.getTime() - options.now().getTime()));
  };
  const turn = async () => {
    try {
      const { unreachable } = await deliver();
      silence = unreachable === undefined ? 0 : silence + 1;
      if (unreachable !== undefined)
        onError(new Error(`The mail server cannot be reached: ${unreachable}`));
    } catch (error) {
      if (!stopping.signal.aborted) onError(error);
    }
    const pause = await pauseUntilDue().catch(() => SWEEP_MS);
    if (!stopping.signal.aborted) timer = setTimeout(() => void turn(), pause);
  };
  void turn();
  // A round may last for hours; rows of workers that died are not left for so long.
  const sweep = setInterval(() => void parkOrphans(db, options.now()).catch(onError), SWEEP_MS);

  return {
    deliver,
    stop: async () => {
      clearTimeout(timer);
      clearInterval(sweep);
      stopping.abort();
      const deadline = setTimeout(() => givingUp.abort(), STOP_MS);
      const ended = new Promise<void>((resolve) =>
        givingUp.signal.addEventListener("abort", () => resolve(), { once: true }),
      );
      await Promise.race([running?.catch(() => undefined), ended]);
      clearTimeout(deadline);
      await closeLock();
    },
  };
}
