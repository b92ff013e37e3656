import type { Cv } from "@triptych/schema";
import { composeEdition, type Edition } from "@triptych/view";
import { EDITION_LOCK, readAnnounced } from "./announcements.ts";
import { fingerprintLetter, type Letter } from "../mail/letter.ts";
import { sql, type Transaction } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { Tables } from "../database/schema.ts";
import { sendUntil } from "../brake/edition-hold.ts";
import type { Journal } from "../journal/journal.ts";
import { findNewest } from "./archive.ts";
import { planTailored } from "./plan-tailored.ts";
import { language } from "../words.ts";

export type CreateResult =
  | { kind: "nothing-new" }
  | { kind: "created"; number: number; recipients: number; edition: Edition };

export type CatchUpResult =
  | { kind: "nothing-new" }
  | { kind: "caught-up"; number: number; recipients: number };

/**
 * One delivery for everybody who confirmed, in one statement whatever their number; who is erased
 * at this moment is left out. The Message-ID is that of deliveryMessageId.
 */
async function planDeliveries(
  tx: Transaction<Tables>,
  number: number,
  domain: string,
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO deliveries (edition, subscriber_id, state, message_id, due_at, route)
    SELECT ${number}, id, 'planned',
           '<' || left(encode(sha256(convert_to(${String(number)}, 'UTF8') || '\\x00'::bytea || convert_to(id::text, 'UTF8')), 'hex'), 40) || '@' || ${domain}::text || '>',
           ${now}, split_part(address, '@', 2)
      FROM subscribers WHERE status = 'confirmed' AND NOT is_tailored
       FOR KEY SHARE`.execute(tx);
  const recipients = Number(numAffectedRows ?? 0);
  await tx.updateTable("editions").set({ recipients }).where("number", "=", number).execute();
  return recipients;
}

interface CreateOptions {
  db: Db;
  /** What was announced from this machine, which a restored database may have forgotten. */
  journal: Pick<Journal, "readAnnounced" | "announce">;
  cv: Cv;
  /** Keys of milestones that wait for a later edition. */
  waiting?: readonly string[];
  /** Domain of the Message-IDs. */
  domain: string;
  now: Date;
  /** Makes the letter of an edition, or one tailored from it. */
  render: (edition: Edition, number: number, tailored?: string) => Promise<Letter>;
  /** Called inside the transaction, to enqueue the sending with it. */
  enqueue: (tx: Transaction<Tables>, number: number) => Promise<void>;
}

/**
 * Composes what is new, stores it as it will be sent, counts it as announced and plans one delivery
 * a subscriber: all of it or nothing.
 */
export async function createEdition({
  db,
  journal,
  cv,
  waiting = [],
  domain,
  now,
  render,
  enqueue,
}: CreateOptions): Promise<CreateResult> {
  const result = await db.transaction().execute(async (tx): Promise<CreateResult> => {
    await sql`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`.execute(tx);
    const told = journal.readAnnounced();
    const edition = composeEdition(
      cv,
      language,
      new Set([...told.milestones, ...(await readAnnounced(tx)), ...waiting]),
    );
    if (edition === undefined) return { kind: "nothing-new" };
    // A number is used once, or Message-IDs would come back.
    const number = Math.max((await findNewest(tx)) ?? 0, told.lastEdition) + 1;
    const mail = await render(edition, number);
    const hash = fingerprintLetter(mail);
    await sql`INSERT INTO editions (number, subject, summary, html, text, hash, created_at, send_until) OVERRIDING SYSTEM VALUE
      VALUES (${number}, ${mail.subject}, ${edition.summary}, ${mail.html}, ${mail.text}, ${hash}, ${now}, ${sendUntil(now)})`.execute(
      tx,
    );
    await tx
      .insertInto("announcements")
      .values(edition.milestones.map((milestone) => ({ milestone, edition: number })))
      .execute();
    const plain = await planDeliveries(tx, number, domain, now);
    const recipients = plain + (await planTailored(tx, { cv, number, domain, now, render }));
    await enqueue(tx, number);
    return { kind: "created", number, recipients, edition };
  });
  if (result.kind === "created") journal.announce(result.number, result.edition.milestones);
  return result;
}

/**
 * Plans, for the newest edition, those who read less often and are due now although nothing is new:
 * what was sent to others while they waited must not wait for the next paper.
 */
export async function catchUp({
  db,
  cv,
  domain,
  now,
  render,
  enqueue,
}: Omit<CreateOptions, "journal" | "waiting">): Promise<CatchUpResult> {
  return db.transaction().execute(async (tx): Promise<CatchUpResult> => {
    await sql`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`.execute(tx);
    const number = await findNewest(tx);
    if (number === undefined) return { kind: "nothing-new" };
    const recipients = await planTailored(tx, { cv, number, domain, now, render });
    if (recipients === 0) return { kind: "nothing-new" };
    await enqueue(tx, number);
    return { kind: "caught-up", number, recipients };
  });
}
