import { type NoticeJob, QUEUES, type SignUpJob } from "../jobs.ts";
import type { Service } from "../service.ts";
import { sendNotice } from "./send-notice.ts";
import { processSignUp } from "./sign-up.ts";

/** Forms that are looked at in one go; a flood of them is worked off at this many a second. */
const FORMS_AT_ONCE = 50;

/** Looks at forms and sends the mails about subscriptions, for as long as the queue runs. */
export async function startSubscriptionWork(service: Service, onAlarm: (kind: string) => void): Promise<void> {
  const { boss } = service.jobs;
  await boss.work<SignUpJob>(QUEUES.signUp, { pollingIntervalSeconds: 1, batchSize: FORMS_AT_ONCE }, async (batch) => {
    for (const job of batch) await processSignUp({ ...service, onAlarm }, job.data.signUpId);
  });
  await boss.work<NoticeJob>(QUEUES.notice, { pollingIntervalSeconds: 1 }, async (batch) => {
    for (const job of batch) await sendNotice(service, job.data);
  });
}
