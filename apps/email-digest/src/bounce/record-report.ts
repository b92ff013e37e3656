import { sql, type Transaction } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { ReportKind } from "../database/report-schema.ts";
import type { Tables } from "../database/schema.ts";
import { withoutAddresses } from "../smtp/send-outcome.ts";
import { findByUnsubscribeToken } from "../subscribers/subscriber.ts";
import { suppressAddress } from "../subscribers/suppression.ts";
import { classifyStatus, findStatus } from "./classify-status.ts";
import type { MailReport, RecipientReport } from "./read-report.ts";
import { type DeliveryKey, readReturnPath } from "../addresses/return-path.ts";

export type ReportOutcome =
  /** The subscriber gets nothing any more. */
  | { kind: "suppressed"; reason: "bounced" | "complaint" }
  /** Written down; the subscriber stays. */
  | { kind: "counted" }
  /** The refusal is about us: everybody else may be refused too. */
  | { kind: "alarm"; status: string; reply: string }
  | { kind: "ignored"; why: string };

/** What there is to write down about a delivery. */
interface Judgement {
  kind: ReportKind;
  status: string | undefined;
  reply: string;
}

const ignored = (why: string): ReportOutcome => ({ kind: "ignored", why });

/** Kinds of complaint after which nobody may be written to (RFC 5965, 7.3; RFC 6650). */
const COMPLAINTS = new Set(["abuse", "fraud", "opt-out", "opt-out-list"]);

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
  const classes = failed.map((recipient) => classifyStatus(statusOf(recipient)));
  const isNobody = failed.length === recipients.length && classes.every((kind) => kind === "hard");
  const kind = isNobody ? "hard" : classes.includes("policy") ? "policy" : "soft";
  return { kind, status: statusOf(first), reply: withoutAddresses(first.diagnostic) };
}

/** Ends a subscription for good: only its owner's confirmation brings the address back. */
async function suppress(
  tx: Transaction<Tables>,
  secret: string,
  subscriberId: string,
  reason: "bounced" | "complaint",
  now: Date,
): Promise<void> {
  const subscriber = await tx
    .selectFrom("subscribers")
    .where("id", "=", subscriberId)
    .select("address")
    .executeTakeFirst();
  if (subscriber === undefined) return;
  await tx
    .updateTable("subscribers")
    .set({ status: "unsubscribed", ended_at: now })
    .where("id", "=", subscriberId)
    .where("status", "!=", "unsubscribed")
    .execute();
  await tx.deleteFrom("tokens").where("subscriber_id", "=", subscriberId).execute();
  await suppressAddress(tx, secret, subscriber.address, reason, now);
}

/**
 * A full mailbox says nothing about the subscriber for a while; after so many mails in a row, over so
 * many days, nobody reads there.
 */
const SOFT_ROW = { mails: 4, days: 60 };

/**
 * Whether nothing has arrived for long: every mail since the last one that was not refused came
 * back.
 */
async function isUnreachable(
  tx: Transaction<Tables>,
  subscriberId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ mails: number; first: Date | null }>`
    SELECT count(*) AS mails, min(at) AS first FROM reports
     WHERE subscriber_id = ${subscriberId} AND kind = 'soft' AND edition > coalesce((
       SELECT max(edition) FROM deliveries AS d WHERE subscriber_id = ${subscriberId} AND state <> 'planned'
          AND NOT EXISTS (SELECT 1 FROM reports AS r WHERE r.edition = d.edition AND r.subscriber_id = d.subscriber_id AND kind = 'soft')), 0)`.execute(
    tx,
  );
  const [row] = rows;
  return (
    row !== undefined &&
    row.first !== null &&
    row.mails >= SOFT_ROW.mails &&
    now.getTime() - row.first.getTime() >= SOFT_ROW.days * 86_400_000
  );
}

/** Writes one judgement down, once, and does what follows from it. */
async function record(
  db: Db,
  secret: string,
  key: DeliveryKey,
  { kind, status, reply }: Judgement,
  now: Date,
): Promise<ReportOutcome> {
  return db.transaction().execute(async (tx): Promise<ReportOutcome> => {
    const delivery = await tx
      .selectFrom("deliveries")
      .innerJoin("subscribers", "subscribers.id", "deliveries.subscriber_id")
      .where("edition", "=", key.edition)
      .where("subscriber_id", "=", key.subscriberId)
      .select(["deliveries.state", "subscribers.status"])
      .forUpdate("deliveries")
      .executeTakeFirst();
    if (delivery === undefined)
      return ignored("the delivery is not known, or its person was erased");
    const written = await tx
      .insertInto("reports")
      .values({
        edition: key.edition,
        subscriber_id: key.subscriberId,
        kind,
        status: status ?? null,
        reply,
        at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(written.numInsertedOrUpdatedRows ?? 0) === 0) return ignored("reported before");
    // A report is evidence: the mail did leave, and was refused later.
    if (delivery.state === "unknown" && kind !== "complaint")
      await tx
        .updateTable("deliveries")
        .set({
          state: "failed",
          reply: `reported: ${reply}`.slice(0, 300),
          code: status ?? null,
          settled_at: now,
        })
        .where("edition", "=", key.edition)
        .where("subscriber_id", "=", key.subscriberId)
        .execute();
    if (kind === "policy") return { kind: "alarm", status: status ?? "", reply };
    if (kind === "soft" && !(await isUnreachable(tx, key.subscriberId, now)))
      return { kind: "counted" };
    if (kind !== "complaint" && delivery.status === "unsubscribed")
      return ignored("the person had left already");
    const reason = kind === "complaint" ? "complaint" : "bounced";
    await suppress(tx, secret, key.subscriberId, reason, now);
    return { kind: "suppressed", reason };
  });
}

/**
 * Finds whose mail a report is about: only tokens that we made count, since anybody can write to
 * that address.
 */
function findDelivery(
  secret: string,
  addresses: readonly string[],
): DeliveryKey | "forged" | undefined {
  const found = addresses.map((address) => readReturnPath(secret, address));
  const ours = found.find((path) => path.kind === "delivery");
  if (ours?.kind === "delivery") return ours.key;
  return found.some(({ kind }) => kind === "forged") ? "forged" : undefined;
}

/**
 * The newest delivery to whoever an unsubscribe link belongs to; complaints often keep that header
 * and drop the return path.
 */
async function findByLink(db: Db, links: readonly string[]): Promise<DeliveryKey | undefined> {
  for (const link of links) {
    const subscriber = await findByUnsubscribeToken(db, link.split("/").at(-1) ?? "");
    if (subscriber === undefined) continue;
    const newest = await db
      .selectFrom("deliveries")
      .where("subscriber_id", "=", subscriber.id)
      .select("edition")
      .orderBy("edition", "desc")
      .limit(1)
      .executeTakeFirst();
    if (newest !== undefined) return { edition: newest.edition, subscriberId: subscriber.id };
  }
  return undefined;
}

/** Acts on a report. The same one a second time changes nothing. */
export async function recordReport(
  db: Db,
  secret: string,
  report: MailReport,
  now: Date,
): Promise<ReportOutcome> {
  if (report.kind === "other") return ignored("this mail is no report");
  const key = findDelivery(secret, report.addresses);
  if (report.kind === "feedback") {
    if (!COMPLAINTS.has(report.type))
      return ignored(
        `feedback of the type ${/^[a-z-]{1,30}$/.test(report.type) ? report.type : "unknown"} is no complaint`,
      );
    const known = key === undefined || key === "forged" ? await findByLink(db, report.links) : key;
    if (known === undefined)
      return ignored(
        key === "forged"
          ? "the return path is not one of ours"
          : "the report names no mail of ours",
      );
    return record(
      db,
      secret,
      known,
      { kind: "complaint", status: undefined, reply: report.type },
      now,
    );
  }
  const judgement = judgeDelivery(report.recipients);
  if (judgement === undefined) return ignored("nothing failed: delayed, delivered or relayed");
  if (key === undefined) return ignored("the report names no mail of ours");
  if (key === "forged") return ignored("the return path is not one of ours");
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
  const status = findStatus(reply);
  return record(
    db,
    secret,
    key,
    { kind: classifyStatus(status), status, reply: withoutAddresses(reply) },
    now,
  );
}
