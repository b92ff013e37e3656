import { randomUUID } from "node:crypto";
import { UNSUBSCRIBE_PLACEHOLDER } from "./addresses.ts";
import { throughOutage } from "./database/through-outage.ts";
import { startDeliveryLoop } from "./delivery/delivery-loop.ts";
import type { Claim } from "./delivery/reserve.ts";
import type { Round } from "./delivery/send-due.ts";
import type { SendOutcome } from "./delivery/send-outcome.ts";
import type { EditionMail } from "./edition-store.ts";
import { readPolicy } from "./env.ts";
import { type NoticeJob, QUEUES } from "./jobs.ts";
import { AUTOMATIC, listHeaders } from "./mail/headers.ts";
import { renderConfirmation, renderWelcome } from "./mail/render-mail.tsx";
import { markEdition } from "./restored-database.ts";
import { readSchedule } from "./schedule.ts";
import type { Service } from "./service.ts";
import { forgetUnconfirmed, issueConfirmToken } from "./subscriber.ts";
import { unsubscribeToken } from "./token.ts";

export interface Worker {
  /** Sends what is due now; for commands that wait for it. */
  deliver(): Promise<Round>;
  stop(): Promise<void>;
}

/** Asks to confirm, or welcomes. A mail that could not be handed over is tried again by the queue. */
async function sendNotice(service: Service, { subscriberId, kind }: NoticeJob): Promise<void> {
  const { db, mailer, addresses, environment, name, promise, secret, now } = service;
  const subscriber = await db.selectFrom("subscribers").where("id", "=", subscriberId).select(["address", "status"]).executeTakeFirst();
  const isWanted = subscriber !== undefined && (kind === "confirmation" ? subscriber.status !== "confirmed" : subscriber.status === "confirmed");
  if (!isWanted) return;
  const unsubscribe = addresses.unsubscribe(unsubscribeToken(secret, subscriberId));
  const mail =
    kind === "confirmation"
      ? await renderConfirmation({ name, confirm: addresses.confirm(await issueConfirmToken(db, subscriberId, now())) })
      : await renderWelcome({ name, promise, unsubscribe });
  const outcome = await mailer.send({
    ...mail,
    from: { name, address: kind === "confirmation" ? environment.CONFIRM_FROM : environment.MAIL_FROM },
    to: subscriber.address,
    messageId: `<${randomUUID()}@${environment.MAIL_FROM.split("@")[1] ?? "localhost"}>`,
    headers: kind === "confirmation" ? AUTOMATIC : listHeaders(name, new URL(addresses.base).hostname, addresses, unsubscribe),
    date: now(),
  });
  if (outcome.kind === "retry" || outcome.kind === "unreachable") throw new Error(`The mail server said: ${outcome.reply}`);
}

type StoredEdition = Pick<EditionMail, "subject" | "html" | "text">;

/** Sends stored editions, each to one person at a time, with that person's own address for leaving. */
function createEditionSender(service: Service): (claim: Claim, begin: () => Promise<boolean>) => Promise<SendOutcome> {
  const { db, marks, mailer, addresses, environment, name, secret, now } = service;
  let current: { number: number; stored: StoredEdition } | undefined;
  // An edition never changes once it is stored, so one read serves all who get it.
  const readEdition = async (number: number): Promise<StoredEdition> => {
    if (current?.number === number) return current.stored;
    const stored = await throughOutage(() =>
      db.selectFrom("editions").where("number", "=", number).select(["subject", "html", "text"]).executeTakeFirstOrThrow(),
    );
    await throughOutage(() => markEdition(db, marks, number));
    current = { number, stored };
    return stored;
  };
  return async (claim, begin) => {
    const edition = await readEdition(claim.edition);
    const unsubscribe = addresses.unsubscribe(unsubscribeToken(secret, claim.subscriberId));
    return mailer.send(
      {
        subject: edition.subject,
        html: edition.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, unsubscribe),
        text: edition.text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, unsubscribe),
        from: { name, address: environment.MAIL_FROM },
        to: claim.address,
        messageId: claim.messageId,
        headers: listHeaders(name, new URL(addresses.base).hostname, addresses, unsubscribe),
        date: now(),
      },
      begin,
    );
  };
}

/** One is on the line and one is being composed meanwhile. */
const MAILS_A_CONNECTION = 2;

/** How often addresses that never confirmed are looked for; the site promises that they are forgotten after a week. */
const TIDY_MS = 3_600_000;

/** Does the work in the background: notices, editions on schedule, deliveries. Any number of workers may run beside each other. */
export async function startWorker(service: Service, onError: (error: unknown) => void): Promise<Worker> {
  const { db, jobs, now, environment } = service;
  const loop = startDeliveryLoop({
    database: service.database,
    marks: service.marks,
    send: createEditionSender(service),
    policy: readPolicy(environment),
    parallel: environment.MAIL_CONNECTIONS * MAILS_A_CONNECTION,
    now,
    onError,
  });

  await jobs.boss.work<NoticeJob>(QUEUES.notice, { pollingIntervalSeconds: 1 }, async (batch) => {
    for (const job of batch) await sendNotice(service, job.data);
  });
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
  const tidy = setInterval(() => void forgetUnconfirmed(db, now()).catch(onError), TIDY_MS);
  await forgetUnconfirmed(db, now());

  return {
    deliver: loop.deliver,
    stop: async () => {
      clearInterval(tidy);
      await loop.stop();
    },
  };
}
