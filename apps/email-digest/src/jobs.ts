import type { Transaction } from "kysely";
import { fromKysely, PgBoss } from "pg-boss";
import type { OpenDatabase } from "./database/open-database.ts";
import type { Tables } from "./database/schema.ts";

/** Jobs hold ids only: an address that is erased must not live on in a queue. */
export interface NoticeJob {
  subscriberId: string;
  kind: "confirmation" | "welcome";
}

export interface Jobs {
  boss: PgBoss;
  enqueueNotice(job: NoticeJob): Promise<void>;
  /** Asks for an edition's mails to be sent, in the transaction that planned them. */
  enqueueDelivery(tx: Transaction<Tables>, edition: number): Promise<void>;
  stop(): Promise<void>;
}

export const QUEUES = { notice: "notice", delivery: "delivery", edition: "edition" } as const;

/** The queue, in tables of its own beside ours and over the same connections. Only a worker supervises and keeps the schedule. */
export async function openJobs({ run }: OpenDatabase, options: { isWorker: boolean; onError: (error: Error) => void }): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: run },
    schema: "jobs",
    supervise: options.isWorker,
    schedule: options.isWorker,
  });
  boss.on("error", options.onError);
  await boss.start();
  for (const queue of Object.values(QUEUES)) {
    await boss.createQueue(queue, { retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 3_600 });
  }
  return {
    boss,
    enqueueNotice: async (job) => {
      await boss.send(QUEUES.notice, job);
    },
    enqueueDelivery: async (tx, edition) => {
      await boss.send(QUEUES.delivery, { edition }, { db: fromKysely(tx) });
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
