import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase } from "../testing/test-database.ts";
import { deliveryMessageId } from "../token.ts";
import { type Claim, claimDelivery, countDeliveries, nextDue, parkOrphans, settleDelivery } from "./ledger.ts";
import { openSender, sendDue, type Sender } from "./send-due.ts";
import type { SendOutcome } from "./smtp-outcome.ts";

const now = new Date("2026-01-01T12:00:00Z");
const ACCEPTED: SendOutcome = { kind: "accepted", reply: "250 OK" };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let sender: Sender;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** An edition with so many planned deliveries. */
async function plan(recipients: number): Promise<string[]> {
  const { db } = database;
  await db.deleteFrom("deliveries").execute();
  await db.deleteFrom("subscribers").execute();
  await db.deleteFrom("editions").execute();
  const { number } = await db
    .insertInto("editions")
    .values({ subject: "s", summary: "s", html: "h", text: "t", hash: "x", created_at: now })
    .returning("number")
    .executeTakeFirstOrThrow();
  const ids = Array.from({ length: recipients }, () => randomUUID());
  if (ids.length === 0) return [];
  await db
    .insertInto("subscribers")
    .values(
      ids.map((id) => ({
        id,
        address: `${id}@example.org`,
        status: "confirmed" as const,
        unsubscribe_hash: id,
        consent_text: "c",
        consent_at: now,
        confirmed_at: now,
        ended_at: null,
      })),
    )
    .execute();
  await db
    .insertInto("deliveries")
    .values(
      ids.map((id) => ({
        edition: number,
        subscriber_id: id,
        state: "planned" as const,
        message_id: deliveryMessageId(number, id, "x.example"),
        due_at: now,
        worker: null,
        reply: null,
        settled_at: null,
      })),
    )
    .execute();
  return ids;
}

async function claimOne(): Promise<Claim> {
  const claim = await claimDelivery(database.db, sender.key, now);
  if (claim === undefined || claim === "left-out") throw new Error("nothing to claim");
  return claim;
}

beforeEach(async () => {
  sender = await openSender(database.connection);
  return () => sender.close();
});

describe("one delivery", () => {
  test("is being sent before it is sent, and accepted after", async () => {
    await plan(1);
    const claim = await claimOne();
    expect(await countDeliveries(database.db)).toMatchObject({ sending: 1, planned: 0 });
    await settleDelivery(database.db, claim, sender.key, ACCEPTED, now);
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 1, sending: 0 });
    expect(await claimDelivery(database.db, sender.key, now)).toBeUndefined();
  });

  test("that was put off comes again later, with the same Message-ID, and fails at the last", async () => {
    await plan(1);
    const seen = new Set<string>();
    let at = now;
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const claim = await claimDelivery(database.db, sender.key, at);
      if (claim === undefined || claim === "left-out") throw new Error(`no claim at attempt ${attempt}`);
      expect(claim.attempts).toBe(attempt);
      seen.add(claim.messageId);
      await settleDelivery(database.db, claim, sender.key, { kind: "retry", reply: "451 later" }, at);
      expect(await claimDelivery(database.db, sender.key, at)).toBeUndefined();
      at = (await nextDue(database.db)) ?? at;
    }
    expect(seen.size).toBe(1);
    expect(await countDeliveries(database.db)).toMatchObject({ failed: 1, planned: 0 });
  });

  test("to someone who left since the plan is not sent", async () => {
    const [id = ""] = await plan(1);
    await database.db.updateTable("subscribers").set({ status: "unsubscribed" }).where("id", "=", id).execute();
    expect(await claimDelivery(database.db, sender.key, now)).toBe("left-out");
    expect(await countDeliveries(database.db)).toMatchObject({ failed: 1 });
  });
});

describe("a worker that is gone", () => {
  test("leaves what it was sending unknown: not sent again, not lost", async () => {
    await plan(1);
    const gone = await openSender(database.connection);
    await claimDelivery(database.db, gone.key, now);
    expect(await parkOrphans(database.db, now)).toBe(0);
    await gone.close();
    expect(await parkOrphans(database.db, now)).toBe(1);
    expect(await countDeliveries(database.db)).toMatchObject({ unknown: 1, planned: 0, sending: 0 });
    expect(await claimDelivery(database.db, sender.key, now)).toBeUndefined();
  });

  test("settles its own row after all when it was only cut off from the database", async () => {
    await plan(1);
    const cut = await openSender(database.connection);
    const claim = await claimDelivery(database.db, cut.key, now);
    if (claim === undefined || claim === "left-out") throw new Error("nothing to claim");
    await cut.close();
    await parkOrphans(database.db, now);
    await settleDelivery(database.db, claim, cut.key, ACCEPTED, now);
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 1, unknown: 0 });
  });
});

test("several workers share the work: everyone is sent to once, and the states add up at every moment", async () => {
  const ids = await plan(120);
  const sent: string[] = [];
  const sums = new Set<number>();
  const senders = await Promise.all([openSender(database.connection), openSender(database.connection), openSender(database.connection)]);
  const send = async ({ subscriberId }: Claim): Promise<SendOutcome> => {
    sent.push(subscriberId);
    if (sent.length % 10 === 0) sums.add(Object.values(await countDeliveries(database.db)).reduce((sum, count) => sum + count, 0));
    return sent.length % 7 === 0 ? { kind: "failed", reply: "550 no" } : ACCEPTED;
  };
  const { signal } = new AbortController();
  await Promise.all(senders.map((one) => sendDue({ db: database.db, sender: one, send, now: () => now, parallel: 2, signal })));
  expect(sent.toSorted()).toEqual(ids.toSorted());
  expect([...sums]).toEqual([120]);
  const counts = await countDeliveries(database.db);
  expect(counts.accepted + counts.failed).toBe(120);
  await Promise.all(senders.map((one) => one.close()));
});

test("a stop lets mails under way finish and takes no more", async () => {
  await plan(20);
  const stop = new AbortController();
  let underWay = 0;
  const send = async (): Promise<SendOutcome> => {
    underWay += 1;
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 50));
    underWay -= 1;
    return ACCEPTED;
  };
  await sendDue({ db: database.db, sender, send, now: () => now, parallel: 3, signal: stop.signal });
  expect(underWay).toBe(0);
  const counts = await countDeliveries(database.db);
  expect(counts.sending).toBe(0);
  expect(counts.accepted).toBeLessThanOrEqual(3);
  expect(counts.planned + counts.accepted).toBe(20);
});
