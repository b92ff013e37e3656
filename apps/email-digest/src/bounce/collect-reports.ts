import type { Db } from "../database/open-database.ts";
import type { MailFolder } from "./mail-folder.ts";
import { readReport } from "./read-report.ts";
import { recordReport } from "./record-report.ts";
import type { ReportOutcome } from "./record-judgement.ts";

/** What became of one message. */
export interface CollectedReport {
  place: string;
  outcome: ReportOutcome;
}

/**
 * Acts on every message of a folder and marks it as read, one after the other: a crash in between
 * loses and repeats nothing.
 */
export async function collectReports(
  db: Db,
  secret: string,
  { mails }: Extract<MailFolder, { kind: "mails" }>,
  now: Date,
  onDone: (count: number) => void,
): Promise<CollectedReport[]> {
  const collected: CollectedReport[] = [];
  for (const mail of mails) {
    const outcome = await recordReport(db, secret, await readReport(mail.source), now);
    await mail.settle();
    collected.push({ place: mail.place, outcome });
    onDone(collected.length);
  }
  return collected;
}

/** One outcome in words; without addresses, fit for logs. */
export function describeOutcome(outcome: ReportOutcome): string {
  switch (outcome.kind) {
    case "suppressed":
      return outcome.reason === "bounced"
        ? "mail does not arrive there: unsubscribed and suppressed"
        : "complained: unsubscribed and suppressed";
    case "counted":
      return "refused for now: counted";
    case "alarm":
      return `ALARM, refused because of us: ${outcome.status} ${outcome.reply}`;
    case "unreadable":
      return "a server's report that was not understood: kept and counted";
    case "ignored":
      return `ignored: ${outcome.why}`;
  }
}
