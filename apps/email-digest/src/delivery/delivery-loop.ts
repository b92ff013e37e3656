import type { OpenDatabase } from "../database/open-database.ts";
import type { Journal } from "../journal/journal.ts";
import { holdLock } from "./held-lock.ts";
import { nextDue } from "./ledger.ts";
import { parkOrphans } from "./orphans.ts";
import { type Round, sendDue, type SendDueOptions } from "./send-due.ts";

/** Sends whenever something is due, until it is stopped. */
export interface DeliveryLoop {
  /**
   * Sends what is due now; whoever asks while a round runs waits for that one. Once stopped, it
   * sends nothing.
   */
  deliver(): Promise<Round>;
  /** Waits for messages under way, but no longer than a deadline. */
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

/** Milliseconds until something is due, or the ledger is to be looked at again. */
async function pauseUntilDue({ database, now }: DeliveryLoopOptions): Promise<number> {
  const due = await nextDue(database.db).catch(() => undefined);
  return due === undefined
    ? SWEEP_MS
    : Math.min(SWEEP_MS, Math.max(SHORTEST_PAUSE_MS, due.getTime() - now().getTime()));
}

interface Rounds extends Pick<DeliveryLoop, "deliver"> {
  /** Waits for messages under way, but no longer than a deadline. */
  end(): Promise<void>;
  isEnding(): boolean;
}

/** Runs one round at a time, under a lock that is taken when it is needed. */
function createRounds(options: DeliveryLoopOptions): Rounds {
  const [stopping, givingUp] = [new AbortController(), new AbortController()];
  const { signal } = stopping;
  const lock = holdLock({ ...options, signal });
  let running: Promise<Round> | undefined;

  const runRound = async (): Promise<Round> => {
    const { database, send, policy, now, parallel, journal } = options;
    try {
      return await sendDue({
        db: database.db,
        lock: await lock.require(),
        send,
        policy,
        journal,
        now,
        parallel,
        signal,
        giveUp: givingUp.signal,
      });
    } catch (error) {
      // What the round may have left half written is an orphan's once its key is given up.
      await lock.close();
      throw error;
    }
  };
  return {
    deliver: async () => {
      if (signal.aborted) return { attempts: 0, unreachable: undefined };
      running ??= runRound().finally(() => (running = undefined));
      return running;
    },
    isEnding: () => signal.aborted,
    end: async () => {
      stopping.abort();
      const deadline = setTimeout(() => givingUp.abort(), STOP_MS);
      const ended = new Promise<void>((resolve) =>
        givingUp.signal.addEventListener("abort", () => resolve(), { once: true }),
      );
      await Promise.race([running?.catch(() => undefined), ended]);
      clearTimeout(deadline);
      await lock.close();
    },
  };
}

export function startDeliveryLoop(options: DeliveryLoopOptions): DeliveryLoop {
  const { database, now, onError } = options;
  const rounds = createRounds(options);
  let timer: NodeJS.Timeout | undefined;
  /** Rounds in a row that met no mail server. */
  let silence = 0;

  const turn = async () => {
    try {
      const { unreachable } = await rounds.deliver();
      silence = unreachable === undefined ? 0 : silence + 1;
      if (unreachable !== undefined)
        onError(new Error(`The mail server cannot be reached: ${unreachable}`));
    } catch (error) {
      if (!rounds.isEnding()) onError(error);
    }
    const pause =
      silence > 0 ? Math.min(1_000 * 2 ** silence, LONGEST_PAUSE_MS) : await pauseUntilDue(options);
    if (!rounds.isEnding()) timer = setTimeout(() => void turn(), pause);
  };
  void turn();
  // A round may last for hours; rows of workers that died are not left for so long.
  const sweep = setInterval(() => void parkOrphans(database.db, now()).catch(onError), SWEEP_MS);

  return {
    deliver: () => rounds.deliver(),
    stop: async () => {
      clearTimeout(timer);
      clearInterval(sweep);
      await rounds.end();
    },
  };
}
