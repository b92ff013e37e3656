import type { ReportKind } from "../database/report-schema.ts";
import { withoutAddresses } from "../smtp/send-outcome.ts";
import { classifyRefusal, findStatus } from "./classify-status.ts";
import type { RecipientReport } from "./recipient-report.ts";

/** What there is to write down about a delivery. */
export interface Judgement {
  kind: ReportKind;
  status: string | undefined;
  reply: string;
}

/** The status field, or the more telling code in the server's own words. */
function statusOf({ status, diagnostic }: RecipientReport): string | undefined {
  return status === undefined || status.endsWith(".0.0")
    ? (findStatus(diagnostic.replace(/^smtp;\s*/i, "")) ?? status)
    : status;
}

/**
 * One judgement about all recipients of a report. More than one means that a list or a forward
 * stands behind the address.
 */
export function judgeDelivery(recipients: readonly RecipientReport[]): Judgement | undefined {
  const failed = recipients.filter(({ action }) => action === "failed");
  const [first] = failed;
  if (first === undefined) return undefined;
  const classes = failed.map((recipient) =>
    classifyRefusal(statusOf(recipient), recipient.diagnostic),
  );
  const isNobody = failed.length === recipients.length && classes.every((kind) => kind === "hard");
  const kind = isNobody ? "hard" : classes.includes("policy") ? "policy" : "soft";
  return { kind, status: statusOf(first), reply: withoutAddresses(first.diagnostic) };
}

/** The judgement about a refusal that came at once over SMTP, by the same rule. */
export function judgeRefusal(reply: string): Judgement {
  const status = findStatus(reply);
  return { kind: classifyRefusal(status, reply), status, reply: withoutAddresses(reply) };
}
