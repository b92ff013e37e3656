import type { DeliveryKey } from "../addresses/return-path.ts";
import type { Db } from "../database/open-database.ts";
import { findByLink, findDelivery } from "./find-delivery.ts";
import { judgeDelivery, judgeRefusal } from "./judgement.ts";
import { withoutAddresses } from "../smtp/send-outcome.ts";
import type { MailReport } from "./read-report.ts";
import { ignored, record, type ReportOutcome } from "./record-judgement.ts";

/** Kinds of complaint after which nobody may be written to (RFC 5965, 7.3; RFC 6650). */
const COMPLAINTS = new Set(["abuse", "fraud", "opt-out", "opt-out-list"]);

const UNNAMED = "the report names no mail of ours";
const FORGED = "the return path is not one of ours";

/** A type as it may be repeated: whatever else stands in a report is not believed. */
const shownType = (type: string) => (/^[a-z-]{1,30}$/.test(type) ? type : "unknown");

async function recordComplaint(
  db: Db,
  secret: string,
  { type, addresses, links }: Extract<MailReport, { kind: "feedback" }>,
  now: Date,
): Promise<ReportOutcome> {
  if (!COMPLAINTS.has(type))
    return ignored(`feedback of the type ${shownType(type)} is no complaint`);
  const named = findDelivery(secret, addresses);
  const key = named === undefined || named === "forged" ? await findByLink(db, links, now) : named;
  if (key === undefined) return ignored(named === "forged" ? FORGED : UNNAMED);
  return record(db, secret, key, { kind: "complaint", status: undefined, reply: type }, now);
}

/** Only what came to an address that we made is kept: anybody may call himself a mail server. */
async function recordUnreadable(
  db: Db,
  secret: string,
  { addresses, said }: Extract<MailReport, { kind: "unreadable" }>,
  now: Date,
): Promise<ReportOutcome> {
  const key = findDelivery(secret, addresses);
  if (key === undefined || key === "forged") return ignored(key === "forged" ? FORGED : UNNAMED);
  const reply = withoutAddresses(said);
  return record(db, secret, key, { kind: "unreadable", status: undefined, reply }, now);
}

/** Acts on a report. The same one a second time changes nothing. */
export async function recordReport(
  db: Db,
  secret: string,
  report: MailReport,
  now: Date,
): Promise<ReportOutcome> {
  if (report.kind === "other") return ignored("this mail is no report");
  if (report.kind === "feedback") return recordComplaint(db, secret, report, now);
  if (report.kind === "unreadable") return recordUnreadable(db, secret, report, now);
  const judgement = judgeDelivery(report.recipients);
  if (judgement === undefined) return ignored("nothing failed: delayed, delivered or relayed");
  const key = findDelivery(secret, report.addresses);
  if (key === undefined) return ignored(UNNAMED);
  if (key === "forged") return ignored(FORGED);
  return record(db, secret, key, judgement, now);
}

/**
 * Acts on a refusal that came at once over SMTP, by the same rule as on one that is reported later.
 */
export async function recordRefusal(
  db: Db,
  secret: string,
  key: DeliveryKey,
  reply: string,
  now: Date,
): Promise<ReportOutcome> {
  return record(db, secret, key, judgeRefusal(reply), now);
}
