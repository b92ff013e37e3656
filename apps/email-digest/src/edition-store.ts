import type { Cv } from "@triptych/schema";
import { composeEdition, type Edition, listAnnounceable, listEventKeys } from "@triptych/view";
import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Db } from "./database/open-database.ts";
import type { Tables } from "./database/schema.ts";
import { planTailored } from "./preferences/plan-tailored.ts";
import { deliveryMessageId } from "./token.ts";

/** An edition as it is stored and sent: the address that ends a subscription is the only part that differs from person to person. */
export interface EditionMail {
  subject: string;
  html: string;
  text: string;
}

export type CreateResult = { kind: "nothing-new" } | { kind: "created"; number: number; recipients: number; edition: Edition };

/** Any number: it names the lock under which editions are made, so that two never announce the same. */
const EDITION_LOCK = 7_320_001;

/** Says that talks and awards are part of the baseline; databases from before they were told lack it. */
const EVENTS_MARKER = "baseline:events";

export async function readAnnounced(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom("announcements").select("milestone").execute();
  return new Set(rows.map((row) => row.milestone));
}

/** On the first start everything in the record counts as told, so that nobody is mailed a career. `true` if this was the first start. */
export async function storeBaseline(db: Db, cv: Cv): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`.execute(tx);
    const known = await tx.selectFrom("announcements").select("milestone").execute();
    const told = new Set(known.map(({ milestone }) => milestone));
    if (told.has(EVENTS_MARKER)) return false;
    // A record without works gets a marker, or its first work would be taken for baseline at the next start.
    const keys = new Set(["baseline", EVENTS_MARKER, ...(known.length === 0 ? listAnnounceable(cv) : listEventKeys(cv))]);
    await tx
      .insertInto("announcements")
      .values([...keys].filter((key) => !told.has(key)).map((milestone) => ({ milestone, edition: null })))
      .execute();
    return known.length === 0;
  });
}

async function planDeliveries(tx: Transaction<Tables>, number: number, domain: string, now: Date): Promise<number> {
  const subscribers = await tx.selectFrom("subscribers").where("status", "=", "confirmed").where("is_tailored", "=", false).select("id").execute();
  const BATCH = 1_000;
  for (let at = 0; at < subscribers.length; at += BATCH) {
    const rows = subscribers.slice(at, at + BATCH).map(({ id }) => ({
      edition: number,
      subscriber_id: id,
      state: "planned" as const,
      message_id: deliveryMessageId(number, id, domain),
      due_at: now,
      worker: null,
      reply: null,
      settled_at: null,
    }));
    await tx.insertInto("deliveries").values(rows).execute();
  }
  return subscribers.length;
}

interface CreateOptions {
  db: Db;
  cv: Cv;
  /** Domain of the Message-IDs. */
  domain: string;
  now: Date;
  /** Makes the mail of an edition, or of a variant of it. */
  render: (edition: Edition, number: number, variant?: string) => Promise<EditionMail>;
  /** Called inside the transaction, to enqueue the sending with it. */
  enqueue: (tx: Transaction<Tables>, number: number) => Promise<void>;
}

/** Composes what is new, stores it as it will be sent, marks it as told and plans one delivery a subscriber: all of it or nothing. */
export async function createEdition({ db, cv, domain, now, render, enqueue }: CreateOptions): Promise<CreateResult> {
  return db.transaction().execute(async (tx): Promise<CreateResult> => {
    await sql`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`.execute(tx);
    const edition = composeEdition(cv, await readAnnounced(tx));
    if (edition === undefined) return { kind: "nothing-new" };
    const { next } = await tx
      .selectFrom("editions")
      .select((eb) => eb.fn.coalesce(eb.fn.max("number"), sql<number>`0`).as("next"))
      .executeTakeFirstOrThrow();
    const number = next + 1;
    const mail = await render(edition, number);
    const hash = createHash("sha256").update([mail.subject, mail.html, mail.text].join("\0")).digest("hex");
    await sql`INSERT INTO editions (number, subject, summary, html, text, hash, created_at) OVERRIDING SYSTEM VALUE
      VALUES (${number}, ${mail.subject}, ${edition.summary}, ${mail.html}, ${mail.text}, ${hash}, ${now})`.execute(tx);
    await tx
      .insertInto("announcements")
      .values(edition.milestones.map((milestone) => ({ milestone, edition: number })))
      .execute();
    const plain = await planDeliveries(tx, number, domain, now);
    const recipients = plain + (await planTailored(tx, { cv, number, domain, now, render }));
    await enqueue(tx, number);
    return { kind: "created", number, recipients, edition };
  });
}

/**
 * Plans, for the newest edition, those who read less often and are due now although nothing is new: what was told to others while they
 * waited must not wait for the next paper. Returns their number.
 */
export async function catchUp({ db, cv, domain, now, render, enqueue }: CreateOptions): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`.execute(tx);
    const newest = await tx.selectFrom("editions").select("number").orderBy("number", "desc").limit(1).executeTakeFirst();
    if (newest === undefined) return 0;
    const planned = await planTailored(tx, { cv, number: newest.number, domain, now, render });
    if (planned > 0) await enqueue(tx, newest.number);
    return planned;
  });
}
