import { UNSUBSCRIBE_PLACEHOLDER } from "./addresses.ts";
import { recordRefusal } from "./bounce/record-report.ts";
import { createReturnPath } from "./bounce/return-path.ts";
import { throughOutage } from "./database/through-outage.ts";
import { startDeliveryLoop } from "./delivery/delivery-loop.ts";
import type { Claim } from "./delivery/reserve.ts";
import type { Round } from "./delivery/send-due.ts";
import type { SendOutcome } from "./delivery/send-outcome.ts";
import type { EditionMail } from "./edition-store.ts";
import { readPolicy } from "./env.ts";
import { QUEUES } from "./jobs.ts";
import { listHeaders } from "./mail/headers.ts";
import { readArtefact } from "./preferences/artefact.ts";
import { markEdition } from "./restored-database.ts";
import { readSchedule } from "./schedule.ts";
import type { Service } from "./service.ts";
import { keepRetention } from "./subscription/retention.ts";
import { startSubscriptionWork } from "./subscription/subscription-work.ts";
import { unsubscribeToken } from "./token.ts";

export interface Worker {
  /** Sends what is due now; for commands that wait for it. */
  deliver(): Promise<Round>;
  stop(): Promise<void>;
}

/** Stored mails that are kept at hand; variants of one edition take turns. */
const MOST_STORED = 32;

/** Sends stored editions, each to one person at a time, with that person's own address for leaving and for reports. */
function createEditionSender(service: Service, onError: (error: unknown) => void): (claim: Claim, begin: () => Promise<boolean>) => Promise<SendOutcome> {
  const { db, marks, mailer, addresses, environment, name, secret, now } = service;
  const { MAIL_FROM, BOUNCE_ADDRESS } = environment;
  const known = new Map<string, EditionMail>();
  // An edition never changes once it is stored, so one read serves all who get it.
  const readStored = async ({ edition, variant }: Claim): Promise<EditionMail> => {
    const key = `${edition} ${variant ?? ""}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const stored = await throughOutage(() => readArtefact(db, edition, variant));
    await throughOutage(() => markEdition(db, marks, edition));
    if (known.size >= MOST_STORED) known.clear();
    known.set(key, stored);
    return stored;
  };
  // A refusal says something about the address, or about us, by the same rule as a report that comes later.
  const learnFrom = async (reply: string, claim: Claim) => {
    const learnt = await throughOutage(() => recordRefusal(db, secret, claim, reply, now()));
    if (learnt.kind === "alarm") onError(new Error(`A mail server refuses our mail: ${learnt.reply}`));
  };
  return async (claim, begin) => {
    const { subject, html, text } = await readStored(claim);
    const unsubscribe = addresses.unsubscribe(unsubscribeToken(secret, claim.subscriberId));
    const outcome = await mailer.send(
      {
        subject,
        html: html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, unsubscribe),
        text: text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, unsubscribe),
        from: { name, address: MAIL_FROM },
        ...(BOUNCE_ADDRESS === undefined ? {} : { returnPath: createReturnPath(secret, BOUNCE_ADDRESS, claim) }),
        to: claim.address,
        messageId: claim.messageId,
        headers: listHeaders(name, new URL(addresses.base).hostname, addresses, unsubscribe),
        date: now(),
      },
      begin,
    );
    if (outcome.kind === "failed") await learnFrom(outcome.reply, claim).catch(onError);
    return outcome;
  };
}

/** How often what has been kept long enough is looked for; the site promises that it is forgotten. */
const TIDY_MS = 3_600_000;

/** Does the work in the background: notices, editions on schedule, deliveries. Any number of workers may run beside each other. */
export async function startWorker(service: Service, onError: (error: unknown) => void): Promise<Worker> {
  const { db, jobs, now, environment, secret } = service;
  const loop = startDeliveryLoop({
    database: service.database,
    marks: service.marks,
    send: createEditionSender(service, onError),
    policy: readPolicy(environment),
    parallel: environment.MAIL_CONNECTIONS,
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
  const tidy = setInterval(() => void keepRetention(db, secret, now()).catch(onError), TIDY_MS);
  await keepRetention(db, secret, now());

  return {
    deliver: loop.deliver,
    stop: async () => {
      clearInterval(tidy);
      await loop.stop();
    },
  };
}
