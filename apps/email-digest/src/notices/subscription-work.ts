import type { PgBoss } from "pg-boss";
import { type NoticeJob, QUEUES, type SignUpJob } from "../database/jobs.ts";
import { type NoticeSending, workOffNotice } from "./send-notice.ts";
import { processSignUp, type SignUpWork } from "../subscribers/sign-up/sign-up.ts";

/** Forms that are looked at in one go; a flood of them is worked off at this many a second. */
const FORMS_AT_ONCE = 50;

/** Looks at forms and sends the messages about subscriptions, for as long as the queue runs. */
export async function startSubscriptionWork(
  boss: PgBoss,
  work: NoticeSending & Omit<SignUpWork, "onAlarm">,
  onError: (error: Error) => void,
): Promise<void> {
  const onAlarm = (kind: string) => onError(new Error(`alarm: ${kind}`));
  await boss.work<SignUpJob>(
    QUEUES.signUp,
    { pollingIntervalSeconds: 1, batchSize: FORMS_AT_ONCE },
    async (batch) => {
      for (const job of batch) await processSignUp({ ...work, onAlarm }, job.data.signUpId);
    },
  );
  await boss.work<NoticeJob>(QUEUES.notice, { pollingIntervalSeconds: 1 }, async (batch) => {
    for (const job of batch) await workOffNotice(work, job, onError);
  });
}
