import { type DeliveryLoop, startDeliveryLoop } from "./delivery/delivery-loop.ts";
import { createEditionSender } from "./delivery/edition-sender.ts";
import type { Round } from "./delivery/send-due.ts";
import { noteDepartures } from "./journal/departures.ts";
import { QUEUES } from "./database/jobs.ts";
import { FaultyRecord } from "./faulty-record.ts";
import { readSchedule } from "./editions/schedule.ts";
import type { Service } from "./service.ts";
import { describeTraces } from "./subscribers/privacy/purge-traces.ts";
import { keepRetention } from "./subscribers/privacy/retention.ts";
import { startSubscriptionWork } from "./notices/subscription-work.ts";

export interface Worker {
  /** Sends what is due now; for commands that wait for it. */
  deliver(): Promise<Round>;
  stop(): Promise<void>;
}

/**
 * How often what has been kept long enough is looked for; the site promises that it is forgotten.
 */
const TIDY_MS = 3_600_000;

/** How often it is noted outside the database who has gone. */
const NOTE_MS = 60_000;

/** Forgets what has been kept long enough, and says what could not be. */
async function tidyUp(
  { db, secret, now }: Service,
  onError: (error: unknown) => void,
): Promise<void> {
  const traces = describeTraces(await keepRetention(db, secret, now()));
  if (traces !== undefined) onError(new Error(traces));
}

/**
 * A faulty record is the owner's to fix, and the next slot tries again; after anything else the
 * queue does, a few times.
 */
async function composeOnSchedule(
  service: Service,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await service.composeEdition();
  } catch (error) {
    onError(error);
    if (!(error instanceof FaultyRecord)) throw error;
  }
}

/** Takes up the queue's jobs and keeps the schedule. */
async function startJobs(
  service: Service,
  loop: DeliveryLoop,
  onError: (error: unknown) => void,
): Promise<void> {
  const { boss } = service.jobs;
  await startSubscriptionWork(boss, { ...service, ...service.config }, onError);
  // The job only wakes: what is due is in the ledger, and a round may outlast any job.
  await boss.work(QUEUES.delivery, { pollingIntervalSeconds: 1 }, () => {
    void loop.deliver().catch(onError);
    return Promise.resolve();
  });
  await boss.work(QUEUES.edition, { pollingIntervalSeconds: 5 }, () =>
    composeOnSchedule(service, onError),
  );
  const { cron, timeZone } = readSchedule((await service.readCv()).settings);
  await boss.schedule(QUEUES.edition, cron, {}, { tz: timeZone });
}

/**
 * Does the work in the background: notices, editions on schedule, deliveries. Any number of workers
 * may run beside each other.
 */
export async function startWorker(
  service: Service,
  onError: (error: unknown) => void,
): Promise<Worker> {
  const { db, now, config } = service;
  const loop = startDeliveryLoop({
    database: service.database,
    journal: service.journal,
    secret: service.secret,
    send: createEditionSender(
      { ...service, ...config, retryDelays: config.policy.retryDelays },
      onError,
    ),
    policy: config.policy,
    parallel: config.connections,
    now,
    onError,
  });
  try {
    await startJobs(service, loop, onError);
    await tidyUp(service, onError);
  } catch (error) {
    // Nobody else knows of the loop, which would keep the process alive.
    await loop.stop();
    throw error;
  }
  const tidy = setInterval(() => void tidyUp(service, onError).catch(onError), TIDY_MS);
  const note = setInterval(
    () => void noteDepartures(db, service.secret, service.journal).catch(onError),
    NOTE_MS,
  );

  return {
    deliver: () => loop.deliver(),
    stop: async () => {
      clearInterval(tidy);
      clearInterval(note);
      await loop.stop();
      await noteDepartures(db, service.secret, service.journal).catch(onError);
    },
  };
}
