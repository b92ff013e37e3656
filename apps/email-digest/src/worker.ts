import { type DeliveryLoop, startDeliveryLoop } from "./delivery/delivery-loop.ts";
import { createEditionSender } from "./delivery/edition-sender.ts";
import type { Round } from "./delivery/send-due.ts";
import { noteDepartures } from "./journal/departures.ts";
import { backupFolder, keepBackup } from "./journal/keep-backups.ts";
import { QUEUES } from "./database/jobs.ts";
import { formatSlot, readSchedule, type Schedule } from "./editions/schedule.ts";
import { keepSlots, type SlotResult } from "./editions/slot.ts";
import type { Service } from "./service.ts";
import { describeTraces } from "./subscribers/privacy/purge-traces.ts";
import { keepRetention } from "./subscribers/privacy/retention.ts";
import { keepTelling } from "./notices/keep-telling.ts";
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

/** A backup a day, while the service runs. */
async function backUp({ db, now, config }: Service): Promise<void> {
  await keepBackup({
    ...config,
    db,
    now: now(),
    folder: backupFolder(config.stateFolder),
    passphrase: config.backupPassphrase,
  });
}

/** How often it is looked whether an edition is due. */
const SLOT_MS = 20_000;

/** Says what came of a slot, where it is not what everybody expects. */
function reportSlot(result: SlotResult, schedule: Schedule, onError: (error: Error) => void): void {
  if (result.kind !== "handled" || !result.isLate) return;
  const slot = formatSlot(result.slot, schedule);
  onError(
    new Error(
      result.outcome === "missed"
        ? `The slot of ${slot} was missed by more than ${schedule.catchUpDays} days ` +
            "(settings.digest.catchUpDays): no edition was made. What is new waits for the next " +
            "slot, or for: npm run digest -- send"
        : `No worker ran at ${slot}; what was due then was done now.`,
    ),
  );
}

/**
 * Keeps the schedule of the record as it is now. What keeps an edition from being made is reported
 * once until it is another thing; the slot stays due.
 */
function watchSlots(service: Service, onError: (error: unknown) => void) {
  let [reported, running] = ["", Promise.resolve()];
  const look = async () => {
    try {
      const schedule = readSchedule((await service.readCv()).settings);
      const compose = async () => {
        const { kind, unpublished } = await service.composeEdition();
        if (unpublished.explanation !== undefined) onError(new Error(unpublished.explanation));
        return kind === "nothing-new" ? "nothing-new" : "edition";
      };
      const result = await keepSlots({ db: service.db, schedule, now: service.now(), compose });
      reportSlot(result, schedule, onError);
      reported = "";
    } catch (error) {
      if (String(error) !== reported) onError(error);
      reported = String(error);
    }
  };
  const lookOnce = () => (running = running.then(look));
  const timer = setInterval(lookOnce, SLOT_MS);
  return {
    look: lookOnce,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Takes up the queue's jobs. */
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
  const slots = watchSlots(service, onError);
  try {
    await startJobs(service, loop, onError);
    await slots.look();
    await tidyUp(service, onError);
  } catch (error) {
    // Nobody else knows of them, who would keep the process alive.
    await slots.stop();
    await loop.stop();
    throw error;
  }
  const tidy = setInterval(() => {
    void tidyUp(service, onError).catch(onError);
    void backUp(service).catch(onError);
  }, TIDY_MS);
  const telling = keepTelling({ ...service, ...config }, onError);
  const note = setInterval(
    () => void noteDepartures(db, service.secret, service.journal).catch(onError),
    NOTE_MS,
  );

  return {
    deliver: () => loop.deliver(),
    stop: async () => {
      clearInterval(tidy);
      clearInterval(note);
      await telling.stop();
      await slots.stop();
      await loop.stop();
      await noteDepartures(db, service.secret, service.journal).catch(onError);
    },
  };
}
