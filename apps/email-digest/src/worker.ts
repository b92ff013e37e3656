import { UNSUBSCRIBE_PLACEHOLDER } from "./addresses.ts";
import { type Claim, nextDue } from "./delivery/ledger.ts";
import { openSender, sendDue } from "./delivery/send-due.ts";
import type { SendOutcome } from "./delivery/smtp-outcome.ts";
import { QUEUES } from "./jobs.ts";
import { listHeaders } from "./mail/headers.ts";
import { readArtefact } from "./preferences/artefact.ts";
import { readSchedule } from "./schedule.ts";
import { CONNECTIONS, type Service } from "./service.ts";
import { keepRetention } from "./subscription/retention.ts";
import { startSubscriptionWork } from "./subscription/subscription-work.ts";
import { unsubscribeToken } from "./token.ts";

export interface Worker {
  /** Sends what is due now; for commands that wait for it. */
  deliver(): Promise<number>;
  stop(): Promise<void>;
}

/** Sends the stored edition to one person, with that person's own address for leaving. */
async function sendClaim(service: Service, claim: Claim): Promise<SendOutcome> {
  const { db, mailer, addresses, environment, name, secret, now } = service;
  const edition = await readArtefact(db, claim.edition, claim.subscriberId);
  const unsubscribe = addresses.unsubscribe(unsubscribeToken(secret, claim.subscriberId));
  return mailer.send({
    subject: edition.subject,
    html: edition.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, unsubscribe),
    text: edition.text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, unsubscribe),
    from: { name, address: environment.MAIL_FROM },
    to: claim.address,
    messageId: claim.messageId,
    headers: listHeaders(name, new URL(addresses.base).hostname, addresses, unsubscribe),
    date: now(),
  });
}

/** How often what has been kept long enough is looked for; the site promises that it is forgotten. */
const TIDY_MS = 3_600_000;

/** How often the ledger is asked for what is due besides the jobs. */
const SWEEP_MS = 10_000;

/** Does the work in the background: notices, editions on schedule, deliveries. Any number of workers may run beside each other. */
export async function startWorker(service: Service, onError: (error: unknown) => void): Promise<Worker> {
  const { db, jobs, now } = service;
  const sender = await openSender(service.database.connection);
  const stopping = new AbortController();
  const send = (claim: Claim) => sendClaim(service, claim);
  let running: Promise<number> | undefined;
  // One round at a time; whoever asks meanwhile waits for the one that runs.
  const deliver = () => {
    running ??= sendDue({ db, sender, send, now, parallel: CONNECTIONS, signal: stopping.signal }).finally(() => (running = undefined));
    return running;
  };

  await startSubscriptionWork(service, (kind) => onError(new Error(`alarm: ${kind}`)));
  await jobs.boss.work(QUEUES.delivery, { pollingIntervalSeconds: 1 }, async () => {
    await deliver();
    const due = await nextDue(db);
    if (due !== undefined) await jobs.enqueueDelivery(undefined, 0, due);
  });
  await jobs.boss.work(QUEUES.edition, { pollingIntervalSeconds: 5 }, async () => {
    await service.composeEdition().catch((error: unknown) => {
      // A faulty record is the owner's to mend; the next slot tries again.
      onError(error);
    });
  });
  const { cron, timeZone } = readSchedule((await service.readCv()).settings);
  await jobs.boss.schedule(QUEUES.edition, cron, {}, { tz: timeZone });
  // The job of a worker that was killed stays with it for an hour; the ledger itself says sooner what is left to do.
  const sweep = setInterval(() => void deliver().catch(onError), SWEEP_MS);
  const tidy = setInterval(() => void keepRetention(db, service.secret, now()).catch(onError), TIDY_MS);
  void deliver().catch(onError);
  await keepRetention(db, service.secret, now());

  return {
    deliver,
    stop: async () => {
      clearInterval(sweep);
      clearInterval(tidy);
      stopping.abort();
      await running?.catch(() => undefined);
      await sender.close();
    },
  };
}
