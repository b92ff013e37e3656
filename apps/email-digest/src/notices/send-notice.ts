import { randomUUID } from "node:crypto";
import type { Job } from "pg-boss";
import type { NoticeKind } from "../database/schema.ts";
import { withoutAddresses } from "../smtp/send-outcome.ts";
import { domainOf } from "../env.ts";
import { type NoticeJob, RETRIES } from "../database/jobs.ts";
import { AUTOMATIC, listHeaders } from "../mail/headers.ts";
import { nextMailDay } from "../editions/next-mail-day.ts";
import { readSchedule } from "../editions/schedule.ts";
import type { Service } from "../service.ts";
import { issueConfirmToken, issueManageToken } from "../subscribers/subscriber.ts";
import { unsubscribeToken } from "../subscribers/token.ts";
import { LIMITS } from "../subscribers/sign-up/limits.ts";
import type { Letter } from "../mail/letter.ts";

type NoticeService = Pick<
  Service,
  "db" | "mailer" | "addresses" | "environment" | "name" | "promise" | "secret" | "now" | "readCv"
>;

async function renderNotice(
  service: NoticeService,
  kind: NoticeKind,
  subscriberId: string,
  unsubscribe: string,
): Promise<Letter> {
  // Only where a mail is written, as in the service.
  const { renderConfirmation, renderManage, renderWelcome } =
    await import("../mail/templates/render-mail.tsx");
  const { db, addresses, name, promise, now } = service;
  if (kind === "confirmation") {
    const confirm = addresses.confirm(await issueConfirmToken(db, subscriberId, now()));
    return renderConfirmation({ name, confirm, most: LIMITS.confirmation[0].mails });
  }
  const manage = addresses.manage(await issueManageToken(db, subscriberId, now()));
  if (kind !== "welcome")
    return renderManage({ name, isReminder: kind === "reminder", manage, unsubscribe });
  const schedule = readSchedule((await service.readCv()).settings);
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
 * Sends one mail about a subscription and returns why it was refused, if it was. @throws where it
 * could not be handed over and may be later
 */
async function sendNotice(
  service: NoticeService,
  { subscriberId, kind }: NoticeJob,
): Promise<string | undefined> {
  const { db, mailer, addresses, environment, name, secret, now } = service;
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
  const unsubscribe = addresses.unsubscribe(unsubscribeToken(secret, subscriberId));
  const outcome = await mailer.send({
    letter: await renderNotice(service, kind, subscriberId, unsubscribe),
    from: { name, address: kind === "welcome" ? environment.MAIL_FROM : environment.CONFIRM_FROM },
    to: subscriber.address,
    messageId: `<${randomUUID()}@${domainOf(environment.MAIL_FROM)}>`,
    headers: kind === "welcome" ? listHeaders(name, addresses, unsubscribe) : AUTOMATIC,
    date: now(),
  });
  if (outcome.kind === "retry" || outcome.kind === "unreachable")
    throw new Error(`The mail server said: ${outcome.reply}`);
  return outcome.kind === "accepted" || outcome.kind === "not-begun" ? undefined : outcome.reply;
}

/**
 * Does one job of the queue, which tries it again where this throws. Whoever waits for a mail that
 * never comes cannot say so: it is reported.
 */
export async function workOffNotice(
  service: NoticeService,
  { data, retryCount }: Pick<Job<NoticeJob>, "data" | "retryCount">,
  onError: (error: Error) => void,
): Promise<void> {
  try {
    const refusal = await sendNotice(service, data);
    if (refusal !== undefined) onError(new Error(`A mail (${data.kind}) was refused: ${refusal}`));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (retryCount >= RETRIES)
      onError(
        new Error(
          `A mail (${data.kind}) was given up after ${retryCount + 1} tries: ${withoutAddresses(why)}`,
        ),
      );
    throw error;
  }
}
