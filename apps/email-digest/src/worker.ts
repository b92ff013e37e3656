import { startDeliveryLoop } from "./delivery/delivery-loop.ts";
import { createEditionSender } from "./delivery/edition-sender.ts";
import type { Round } from "./delivery/send-due.ts";
import { noteDepartures } from "./departures.ts";
import { readPolicy } from "./env.ts";
import { QUEUES } from "./jobs.ts";
import { readSchedule } from "./schedule.ts";
import type { Service } from "./service.ts";
import { keepRetention } from "./subscription/retention.ts";
import { startSubscriptionWork } from "./subscription/subscription-work.ts";

export interface Worker {
  /** Sends what is due now; for commands that wait for it. */
  deliver(): Promise<Round>;
  stop(): Promise<void>;
}

/** One is on the line and one is being composed meanwhile. */
const MAILS_A_CONNECTION = 2;

/** How often what has been kept long enough is looked for; the site promises that it is forgotten. */
const TIDY_MS = 3_600_000;

/** How often it is noted outside the database who has gone. */
const NOTE_MS = 60_000;

/** Does the work in the background: notices, editions on schedule, deliveries. Any number of workers may run beside each other. */
export async function startWorker(service: Service, onError: (error: unknown) => void): Promise<Worker> {
  const { db, jobs, now, environment } = service;
  const loop = startDeliveryLoop({
    database: service.database,
    marks: service.marks,
    secret: service.secret,
    send: createEditionSender(service, onError),
    policy: readPolicy(environment),
    parallel: environment.MAIL_CONNECTIONS * MAILS_A_CONNECTION,
    now,
    onError,
  });

  await startSubscriptionWork(service, (kind) => onError(new Error(`alarm: ${kind}`)));
  // The job only wakes: what is due is in the ledger, and a round may outlast any job.
  await jobs.boss.work(QUEUES.delivery, { pollingIntervalSeconds: 1 }, () => {
    void loop.deliver().catch(onError);
    return Promise.resolve();
  });
  await jobs.boss.work(QUEUES.edition, { pollingIntervalSeconds: 5 }, async () => {
    await service.composeEdition().catch((error: unknown) => {
      // A faulty record is the owner's to mend; the next slot tries again.
      onError(error);
    });
  });
  const { cron, timeZone } = readSchedule((await service.readCv()).settings);
  await jobs.boss.schedule(QUEUES.edition, cron, {}, { tz: timeZone });
  const tidy = setInterval(() => void keepRetention(db, service.secret, now()).catch(onError), TIDY_MS);
  await keepRetention(db, service.secret, now());
  const note = setInterval(() => void noteDepartures(db, service.secret, service.marks).catch(onError), NOTE_MS);

  return {
    deliver: loop.deliver,
    stop: async () => {
      clearInterval(tidy);
      clearInterval(note);
      await loop.stop();
      await noteDepartures(db, service.secret, service.marks).catch(onError);
    },
  };
}
