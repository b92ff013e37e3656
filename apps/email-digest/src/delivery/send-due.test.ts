import { sql } from "kysely";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { listHolds, resumeEdition } from "../brake/edition-hold.ts";
import { countDeliveries } from "./ledger.ts";
import type { Claim } from "./reserve.ts";
import { sendDue, type SendDueOptions } from "./send-due.ts";
import { NOT_BEGUN, type SendOutcome } from "../smtp/send-outcome.ts";
import { takeWorkerLock, type WorkerLock } from "./worker-lock.ts";

const now = new Date("2026-01-01T12:00:00Z");
const ACCEPTED: SendOutcome = { kind: "accepted", reply: "250 OK" };
const policy = { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [60_000] };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let lock: WorkerLock;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  left = [];
  lock = await takeWorkerLock(database.connection);
  return () => lock.close();
});

/** A mail server that answers as told; it takes nothing that the ledger has not agreed to. */
const answering =
  (answer: (claim: Claim) => SendOutcome | Promise<SendOutcome>): SendDueOptions["send"] =>
  async (claim, begin) =>
    (await begin()) ? answer(claim) : NOT_BEGUN;

const run = (options: Partial<SendDueOptions>) =>
  sendDue({
    db: database.db,
    lock,
    policy,
    journal,
    now: () => now,
    parallel: 3,
    signal: new AbortController().signal,
    send: answering(() => ACCEPTED),
    ...options,
  });

let left: string[] = [];
const journal = {
  begin: (_edition: number, id: string) => void left.push(id),
  takeBack: (_edition: number, id: string) => void (left = left.filter((other) => other !== id)),
};

const total = async () =>
  Object.values(await countDeliveries(database.db)).reduce((sum, count) => sum + count, 0);

test("several workers share the work: everyone is sent to once, and the states add up at every moment", async () => {
  const { ids } = await planEdition(database.db, someAddresses(120), now);
  const sent: string[] = [];
  const sums = new Set<number>();
  const locks = await Promise.all([
    takeWorkerLock(database.connection),
    takeWorkerLock(database.connection),
    takeWorkerLock(database.connection),
  ]);
  const send = answering(async ({ subscriberId }) => {
    sent.push(subscriberId);
    if (sent.length % 10 === 0) sums.add(await total());
    return sent.length % 7 === 0 ? { kind: "failed", reply: "550 no" } : ACCEPTED;
  });
  const rounds = await Promise.all(locks.map((one) => run({ lock: one, send, parallel: 2 })));
  expect(sent.toSorted()).toEqual(ids.toSorted());
  expect([...sums]).toEqual([120]);
  expect(rounds.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(120);
  const counts = await countDeliveries(database.db);
  expect(counts.accepted + counts.failed).toBe(120);
  await Promise.all(locks.map((one) => one.close()));
});

test("a stop lets mails under way finish, takes no more and frees what was taken", async () => {
  await planEdition(database.db, someAddresses(40), now);
  const stop = new AbortController();
  let underWay = 0;
  const send = answering(async () => {
    underWay += 1;
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 50));
    underWay -= 1;
    return ACCEPTED;
  });
  await run({ send, signal: stop.signal });
  expect(underWay).toBe(0);
  const counts = await countDeliveries(database.db);
  expect(counts.sending).toBe(0);
  expect(counts.accepted).toBeLessThanOrEqual(3);
  expect(counts.planned + counts.accepted).toBe(40);
  expect(
    await database.db
      .selectFrom("deliveries")
      .where("state", "=", "planned")
      .where("worker", "is not", null)
      .select("edition")
      .execute(),
  ).toEqual([]);
});

test("a mail server that cannot be reached ends the round and costs nobody an attempt", async () => {
  await planEdition(database.db, someAddresses(40), now);
  const round = await run({
    send: () => Promise.resolve({ kind: "unreachable", reply: "connect ECONNREFUSED" }),
  });
  expect(round.unreachable).toBe("connect ECONNREFUSED");
  expect(round.attempts).toBeLessThanOrEqual(3);
  expect(
    await database.db
      .selectFrom("deliveries")
      .where("attempts", ">", 0)
      .select("edition")
      .execute(),
  ).toEqual([]);
  expect(await countDeliveries(database.db)).toMatchObject({ planned: 40 });
});

test("what is being taken while the mail server goes away is free again when the round is over", async () => {
  await planEdition(database.db, someAddresses(60), now);
  let calls = 0;
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const send: SendDueOptions["send"] = async (claim, begin) => {
    calls += 1;
    if (calls === 5) {
      // Holds up the next reservation, which waits for the common limit.
      const isLocked = new Promise<void>((resolve, reject) => {
        database.db
          .transaction()
          .execute(async (tx) => {
            await sql`SELECT 1 FROM rates FOR UPDATE`.execute(tx);
            resolve();
            await released;
          })
          .catch(reject);
      });
      await isLocked;
    }
    if (calls < 16) return answering(() => ACCEPTED)(claim, begin);
    setTimeout(release, 200);
    return { kind: "unreachable", reply: "connect ECONNREFUSED" };
  };
  await run({ send, policy: { ...policy, perMinute: 60_000 } });
  await wait(400);
  expect(
    await database.db
      .selectFrom("deliveries")
      .where("state", "=", "planned")
      .where("worker", "is not", null)
      .select("edition")
      .execute(),
  ).toEqual([]);
});

test("what was taken without an answer is free again after the round", async () => {
  await planEdition(database.db, someAddresses(3), now);
  // The database took it down, and the connection broke before it said so.
  await sql`UPDATE deliveries SET worker = ${lock.key} WHERE subscriber_id = (SELECT min(subscriber_id::text)::uuid FROM deliveries)`.execute(
    database.db,
  );
  await run({});
  expect(await countDeliveries(database.db)).toMatchObject({ accepted: 2, planned: 1 });
  await run({});
  expect(await countDeliveries(database.db)).toMatchObject({ accepted: 3 });
});

test("a fault of the ledger ends the round instead of turning in a circle", async () => {
  await planEdition(database.db, someAddresses(3), now);
  await database.db.schema.alterTable("editions").renameColumn("held_at", "elsewhere").execute();
  try {
    await expect(run({})).rejects.toThrow("held_at");
  } finally {
    await database.db.schema.alterTable("editions").renameColumn("elsewhere", "held_at").execute();
  }
});

test("what has left is noted outside the database, and what was refused is not", async () => {
  await planEdition(database.db, someAddresses(4), now);
  const outcomes: SendOutcome[] = [
    ACCEPTED,
    { kind: "unknown", reply: "silence" },
    { kind: "retry", reply: "451 later" },
    { kind: "failed", reply: "550 no" },
  ];
  const sent: { id: string; kind: string }[] = [];
  const send = answering(({ messageId }) => {
    const outcome = outcomes[sent.length] ?? ACCEPTED;
    sent.push({ id: messageId, kind: outcome.kind });
    return outcome;
  });
  await run({ send });
  const expected = sent
    .filter(({ kind }) => kind === "accepted" || kind === "unknown")
    .map(({ id }) => id);
  expect(left.toSorted()).toEqual(expected.toSorted());
});

describe("an edition on hold", () => {
  test("because a provider refuses this sender says so, loses nobody, and goes on when it is told to", async () => {
    const { number } = await planEdition(database.db, someAddresses(30), now);
    let asked = 0;
    const send = answering(() => {
      asked += 1;
      return {
        kind: "alarm",
        about: "sender",
        code: "5.7.515",
        reply: "550 5.7.515 access denied",
      };
    });
    await run({ send });
    expect(asked).toBeLessThanOrEqual(3);
    expect(await countDeliveries(database.db)).toMatchObject({ planned: 30 });
    const [hold] = await listHolds(database.db);
    expect(hold).toMatchObject({ edition: number, planned: 30 });
    expect(hold?.reason).toContain("5.7.515");
    await run({});
    expect(await countDeliveries(database.db)).toMatchObject({ planned: 30 });
    expect(await resumeEdition(database.db, number, now)).toBe(true);
    await run({});
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 30 });
    expect(await listHolds(database.db)).toEqual([]);
  });

  test("because the limit of the account is used up goes on by itself a day later", async () => {
    await planEdition(database.db, someAddresses(9), now);
    const reply = "454 Throttling failure: Daily message quota exceeded.";
    let asked = 0;
    const send = answering(() => {
      asked += 1;
      return asked <= 3 ? ACCEPTED : { kind: "alarm", about: "quota", reply };
    });
    await run({ send });
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 3, planned: 6 });
    const later = (hours: number) => () => new Date(now.getTime() + hours * 3_600_000);
    await run({ now: later(23) });
    expect(await countDeliveries(database.db)).toMatchObject({ planned: 6 });
    expect(await listHolds(database.db)).toMatchObject([{ until: later(24)() }]);
    await run({ now: later(24) });
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 9 });
  });

  test("because one unknown refusal follows another loses nobody", async () => {
    const { number } = await planEdition(database.db, someAddresses(30), now);
    let asked = 0;
    const send = answering(() => {
      asked += 1;
      return { kind: "failed", about: "unknown", reply: `550 no (id ${asked}-a7)` };
    });
    await run({ send });
    expect(asked).toBeLessThanOrEqual(5);
    expect(await countDeliveries(database.db)).toMatchObject({ planned: 30, failed: 0 });
    expect((await listHolds(database.db))[0]?.reason).toContain("in a row: 550 no");
    await resumeEdition(database.db, number, now);
    await run({});
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 30 });
  });

  test("is none where others are taken between unknown refusals, or the words differ", async () => {
    await planEdition(database.db, someAddresses(30), now);
    let asked = 0;
    const send = answering((): SendOutcome => {
      asked += 1;
      if (asked % 3 === 0) return ACCEPTED;
      return { kind: "failed", about: "unknown", reply: `550 no ${"x".repeat(asked)}` };
    });
    await run({ send, parallel: 1 });
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 10, failed: 20 });
    expect(await listHolds(database.db)).toEqual([]);
  });

  test("because its time has passed waits for a word, and then has time again", async () => {
    const { number } = await planEdition(database.db, someAddresses(3), now);
    const late = new Date(now.getTime() + 2 * 86_400_000);
    await run({ now: () => late });
    expect(await countDeliveries(database.db)).toMatchObject({ planned: 3 });
    expect((await listHolds(database.db))[0]?.reason).toContain("7 days");
    await resumeEdition(database.db, number, late);
    await run({ now: () => late });
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 3 });
  });

  test("because its time passes during a round ends the round", async () => {
    await planEdition(database.db, someAddresses(60), now);
    let [clock, calls] = [now, 0];
    const send = answering(() => {
      calls += 1;
      // The machine sleeps for nine days.
      if (calls === 5) clock = new Date(now.getTime() + 9 * 86_400_000);
      return ACCEPTED;
    });
    await run({ send, now: () => clock });
    const { accepted, planned } = await countDeliveries(database.db);
    expect(accepted + planned).toBe(60);
    expect(accepted).toBeLessThan(10);
    await run({ send, now: () => clock });
    expect(await listHolds(database.db)).toMatchObject([{ planned }]);
  });
});
