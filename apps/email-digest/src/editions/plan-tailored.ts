import type { Cv } from "@triptych/schema";
import type { Edition } from "@triptych/view";
import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { domainOf } from "../addresses/email-address.ts";
import type { Tables } from "../database/schema.ts";
import { sendUntil } from "../brake/edition-hold.ts";
import { isDue } from "../subscribers/preferences/frequency.ts";
import {
  listTailoredSubscribers,
  type ConfirmedSubscriber,
} from "../subscribers/preferences/confirmed-subscriber.ts";
import { fingerprintLetter, type Letter } from "../mail/letter.ts";
import { deliveryMessageId } from "../mail/message-id.ts";
import { readAnnouncements } from "./announcements.ts";
import { composeForSubscriber } from "./compose-for-subscriber.ts";

export interface TailoredPlan {
  cv: Cv;
  /** The newest edition, with which the subscribers get what they have not been sent. */
  number: number;
  /** Domain of the Message-IDs. */
  domain: string;
  now: Date;
  render: (edition: Edition, number: number, tailored: string) => Promise<Letter>;
}

/** The same milestones are the same mail. */
function tailoredKey(edition: Edition): string {
  return createHash("sha256")
    .update(edition.milestones.toSorted().join("\n"))
    .digest("hex")
    .slice(0, 16);
}

/**
 * Stores a tailored letter as it is sent. One that is stored is never made anew, so that all its
 * subscribers get the same bytes.
 */
async function storeTailored(
  tx: Transaction<Tables>,
  { number, now, render }: TailoredPlan,
  edition: Edition,
): Promise<string> {
  const key = tailoredKey(edition);
  const known = await tx
    .selectFrom("edition_variants")
    .where("edition", "=", number)
    .where("key", "=", key)
    .select("key")
    .executeTakeFirst();
  if (known !== undefined) return key;
  const letter = await render(edition, number, key);
  await tx
    .insertInto("edition_variants")
    .values({
      edition: number,
      key,
      ...letter,
      hash: fingerprintLetter(letter),
      milestones: edition.milestones,
      created_at: now,
    })
    .execute();
  return key;
}

/** Readers with the same choice and the same knowledge get the same. */
function groupSubscribers(subscribers: readonly ConfirmedSubscriber[]): ConfirmedSubscriber[][] {
  const groups = new Map<string, ConfirmedSubscriber[]>();
  for (const subscriber of subscribers) {
    const key = JSON.stringify([subscriber.topics?.toSorted() ?? null, subscriber.toldThrough]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [subscriber]);
    else group.push(subscriber);
  }
  return [...groups.values()];
}

const BATCH = 1_000;

/** Returns how many of these subscribers are still there to be planned. */
async function planRows(
  tx: Transaction<Tables>,
  { number, domain, now }: TailoredPlan,
  tailored: string,
  ids: readonly string[],
): Promise<number> {
  const subscribers = await tx
    .selectFrom("subscribers")
    .where("id", "in", ids)
    .select(["id", "address"])
    .execute();
  if (subscribers.length === 0) return 0;
  const row = {
    edition: number,
    variant: tailored,
    state: "planned" as const,
    due_at: now,
    worker: null,
    reply: null,
    code: null,
    settled_at: null,
  };
  await tx
    .insertInto("deliveries")
    .values(
      subscribers.map(({ id, address }) => ({
        ...row,
        subscriber_id: id,
        message_id: deliveryMessageId(number, id, domain),
        route: domainOf(address),
      })),
    )
    .execute();
  await tx
    .updateTable("subscribers")
    .set({ told_through: number, told_at: now })
    .where("id", "in", ids)
    .execute();
  return subscribers.length;
}

/**
 * Plans one delivery for everyone who chose topics or a slower rhythm, is due, and has not been
 * sent something they chose. To be called in the transaction that makes the edition, or later
 * for its number: an edition and a subscriber have one row, whenever it is planned.
 */
export async function planTailored(tx: Transaction<Tables>, plan: TailoredPlan): Promise<number> {
  const { cv, number, now } = plan;
  const subscribers = (await listTailoredSubscribers(tx, number)).filter(({ frequency, toldAt }) =>
    isDue(frequency, toldAt, now),
  );
  if (subscribers.length === 0) return 0;
  const announcements = await readAnnouncements(tx);
  let planned = 0;
  for (const group of groupSubscribers(subscribers)) {
    const [first] = group;
    const edition =
      first === undefined
        ? undefined
        : composeForSubscriber(cv, announcements, first, "unannounced");
    if (edition === undefined) continue;
    const tailored = await storeTailored(tx, plan, edition);
    for (let at = 0; at < group.length; at += BATCH)
      planned += await planRows(
        tx,
        plan,
        tailored,
        group.slice(at, at + BATCH).map(({ id }) => id),
      );
  }
  if (planned === 0) return 0;
  // Planned later than the edition, they count as its recipients, and it may be sent for as long as
  // a new one.
  await tx
    .updateTable("editions")
    .set((eb) => ({ recipients: eb("recipients", "+", planned), send_until: sendUntil(now) }))
    .where("number", "=", number)
    .execute();
  return planned;
}
