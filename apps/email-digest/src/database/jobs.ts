import { sql, type Transaction } from "kysely";
import { fromKysely, PgBoss } from "pg-boss";
import type { OpenDatabase } from "./open-database.ts";
import type { NoticeKind, Tables } from "./schema.ts";

/** Jobs hold ids only: an address that is erased must not live on in a queue. */
export interface NoticeJob {
  subscriberId: string;
  kind: NoticeKind;
}

export interface SignUpJob {
  signUpId: string;
}

export interface Jobs {
  boss: PgBoss;
  /** Asks for a message about a subscription, in the transaction that made it due. */
  enqueueNotice(job: NoticeJob, tx: Transaction<Tables>): Promise<void>;
  /** Asks for a form to be looked at, in the transaction that filed it. */
  enqueueSignUp(job: SignUpJob, tx: Transaction<Tables>): Promise<void>;
  /** Asks for an edition's messages to be sent, in the transaction that planned them. */
  enqueueDelivery(tx: Transaction<Tables>, edition: number): Promise<void>;
  stop(): Promise<void>;
}

export const QUEUES = {
  signUp: "sign-up",
  notice: "notice",
  delivery: "delivery",
} as const;

/** A queue of earlier versions, which had its jobs by a schedule of its own. */
const FORMER_QUEUE = "edition";

/**
 * How often a job that failed is tried again; with growing pauses, that takes about a quarter of an
 * hour.
 */
export const RETRIES = 5;

/** Any number: it names the lock under which the queue is opened. */
const START_LOCK = 7_320_003;

/**
 * The queue, in tables of its own beside ours and over the same connections. Only a worker
 * supervises.
 */
export async function openJobs(
  { db, run }: OpenDatabase,
  options: { isWorker: boolean; onError: (error: Error) => void },
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: run },
    schema: "jobs",
    supervise: options.isWorker,
    schedule: false,
  });
  boss.on("error", options.onError);
  const opened = db.transaction().execute(async (tx) => {
    // Several processes may start on an empty database; making the queue's tables bears no company.
    await sql`SELECT pg_advisory_xact_lock(${START_LOCK})`.execute(tx);
    await boss.start();
    await boss.unschedule(FORMER_QUEUE);
    for (const queue of Object.values(QUEUES)) {
      await boss.createQueue(queue, {
        retryLimit: RETRIES,
        retryDelay: 30,
        retryBackoff: true,
        expireInSeconds: 3_600,
      });
    }
  });
  await opened.catch(async (error: unknown) => {
    // Its timers would keep a process that could not start alive for ever.
    await boss.stop({ graceful: false }).catch(options.onError);
    throw error;
  });
  return {
    boss,
    enqueueNotice: async (job, tx) => {
      await boss.send(QUEUES.notice, job, { db: fromKysely(tx) });
    },
    enqueueSignUp: async (job, tx) => {
      await boss.send(QUEUES.signUp, job, { db: fromKysely(tx) });
    },
    enqueueDelivery: async (tx, edition) => {
      await boss.send(QUEUES.delivery, { edition }, { db: fromKysely(tx) });
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
