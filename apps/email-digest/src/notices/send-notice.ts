import type { Cv } from "@triptych/schema";
import { randomUUID } from "node:crypto";
import type { Job } from "pg-boss";
import { domainOf } from "../addresses/email-address.ts";
import type { Addresses } from "../addresses/page-addresses.ts";
import type { Db } from "../database/open-database.ts";
import type { NoticeKind } from "../database/schema.ts";
import type { Mailer } from "../smtp/mailer.ts";
import { withoutAddresses } from "../smtp/send-outcome.ts";
import { type NoticeJob, RETRIES } from "../database/jobs.ts";
import { AUTOMATIC, listHeaders } from "../mail/headers.ts";
import { nextMailDay } from "../editions/next-mail-day.ts";
import { readSchedule } from "../editions/schedule.ts";
import { unsubscribeToken } from "../subscribers/token.ts";
import { LIMITS } from "../subscribers/sign-up/limits.ts";
import type { Letter } from "../mail/letter.ts";
import { issueConfirmToken, issueManageToken } from "../subscribers/timed-link.ts";

/** What it takes to send a notice. */
export interface NoticeSending {
  db: Db;
  mailer: Pick<Mailer, "send">;
  addresses: Addresses;
  /** Whose work it is about. */
  name: string;
  /** What subscribers are promised. */
  promise: string;
  linkKey: string;
  now: () => Date;
  readCv: () => Promise<Cv>;
  mailFrom: string;
  confirmFrom: string;
}

async function renderNotice(
  sending: NoticeSending,
  kind: NoticeKind,
  subscriberId: string,
  unsubscribe: string,
): Promise<Letter> {
  // Only where a message is written, as in the service.
  const { renderConfirmation, renderManage, renderWelcome } =
    await import("../mail/templates/render-letter.tsx");
  const { db, addresses, name, promise, now } = sending;
  if (kind === "confirmation") {
    const confirm = addresses.confirm(await issueConfirmToken(db, subscriberId, now()));
    return renderConfirmation({ name, confirm, most: LIMITS.confirmation[0].mails });
  }
  const manage = addresses.manage(await issueManageToken(db, subscriberId, now()));
  if (kind !== "welcome")
    return renderManage({ name, isReminder: kind === "reminder", manage, unsubscribe });
  const schedule = readSchedule((await sending.readCv()).settings);
  const day = nextMailDay(schedule, "every", now(), now());
  return renderWelcome({
    name,
    promise,
    nextDay: day,
    manage,
    archive: addresses.archive,
    unsubscribe,
  });
}

/**
 * Sends one message about a subscription and returns why it was refused, if it was. @throws where
 * it could not be handed over and may be later
 */
async function sendNotice(
  sending: NoticeSending,
  { subscriberId, kind }: NoticeJob,
): Promise<string | undefined> {
  const { db, mailer, addresses, name, linkKey, now } = sending;
  const subscriber = await db
    .selectFrom("subscribers")
    .where("id", "=", subscriberId)
    .select(["address", "status"])
    .executeTakeFirst();
  const isWanted =
    subscriber !== undefined &&
    (kind === "confirmation"
      ? subscriber.status !== "confirmed"
      : subscriber.status === "confirmed");
  if (!isWanted) return undefined;
  const unsubscribe = addresses.unsubscribe(unsubscribeToken(linkKey, subscriberId));
  const outcome = await mailer.send({
    letter: await renderNotice(sending, kind, subscriberId, unsubscribe),
    from: { name, address: kind === "welcome" ? sending.mailFrom : sending.confirmFrom },
    to: subscriber.address,
    messageId: `<${randomUUID()}@${domainOf(sending.mailFrom)}>`,
    headers: kind === "welcome" ? listHeaders(name, addresses, unsubscribe) : AUTOMATIC,
    date: now(),
  });
  if (outcome.kind === "retry" || outcome.kind === "unreachable")
    throw new Error(`The mail server said: ${outcome.reply}`);
  return outcome.kind === "accepted" || outcome.kind === "not-begun" ? undefined : outcome.reply;
}

/**
 * Does one job of the queue, which tries it again where this throws. Whoever waits for a message
 * that never comes cannot say so: it is reported.
 */
export async function workOffNotice(
  sending: NoticeSending,
  { data, retryCount }: Pick<Job<NoticeJob>, "data" | "retryCount">,
  onError: (error: Error) => void,
): Promise<void> {
  try {
    const refusal = await sendNotice(sending, data);
    if (refusal !== undefined) onError(new Error(`A mail (${data.kind}) was refused: ${refusal}`));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (retryCount >= RETRIES)
      onError(
        new Error(
          `A mail (${data.kind}) was given up after ${retryCount + 1} tries: ` +
            withoutAddresses(why),
        ),
      );
    throw error;
  }
}
