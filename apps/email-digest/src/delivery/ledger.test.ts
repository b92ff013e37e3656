import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { holdLateEditions, pauseEdition } from "../brake/edition-hold.ts";
import { beginDeliveries, countDeliveries, nextDue, resendUnknown } from "./ledger.ts";
import { type Claim, reserveDeliveries } from "./reserve.ts";
import { NOT_BEGUN, type SendOutcome } from "../smtp/send-outcome.ts";
import { takeWorkerLock, type WorkerLock } from "./worker-lock.ts";
import { settleDeliveries } from "./settle-deliveries.ts";
import { parkOrphans } from "./orphans.ts";

const now = new Date("2026-01-01T12:00:00Z");
const ACCEPTED: SendOutcome = { kind: "accepted", reply: "250 OK" };
const RETRY_DELAYS = [60_000, 120_000];
const NO_LIMIT = { perMinute: 0, perMinuteAndDomain: 0, retryDelays: RETRY_DELAYS };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let lock: WorkerLock;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lock = await takeWorkerLock(database.connection);
  return () => lock.close();
});

const reserve = async (worker = lock.key, at = now) =>
  (await reserveDeliveries(database.db, worker, 10, NO_LIMIT, at)).claims;
const settle = (claim: Claim, outcome: SendOutcome, at = now) =>
  settleDeliveries(database.db, [{ claim, outcome }], RETRY_DELAYS, at);

async function takeOne(worker = lock.key, at = now): Promise<Claim> {
  const [claim] = await reserve(worker, at);
  if (claim === undefined) throw new Error("nothing to take");
  return claim;
}

async function beginOne(worker = lock.key, at = now): Promise<Claim> {
  const claim = await takeOne(worker, at);
  expect(await beginDeliveries(database.db, [claim], at)).toEqual([true]);
  return claim;
}

const rowOf = (subscriberId: string) =>
  database.db
    .selectFrom("deliveries")
    .selectAll()
    .where("subscriber_id", "=", subscriberId)
    .executeTakeFirstOrThrow();

describe("one delivery", () => {
  test("stays planned while it is taken, is being sent at the last moment before it is, and accepted after", async () => {
    await planEdition(database.db, someAddresses(1), now);
    const claim = await takeOne();
    expect(await countDeliveries(database.db)).toMatchObject({ planned: 1 });
    expect(await reserve()).toEqual([]);
    expect(await beginDeliveries(database.db, [claim], now)).toEqual([true]);
    expect(await countDeliveries(database.db)).toMatchObject({ sending: 1, planned: 0 });
    expect(await beginDeliveries(database.db, [claim], now)).toEqual([false]);
    await settle(claim, ACCEPTED);
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 1, sending: 0 });
    expect(await rowOf(claim.subscriberId)).toMatchObject({
      attempts: 1,
      route: "",
      reply: "250 OK",
    });
  });

  test("that was put off comes again later, with the same Message-ID, and fails at the last", async () => {
    await planEdition(database.db, someAddresses(1), now);
    const seen = new Set<string>();
    let at = now;
    for (let attempt = 0; attempt <= RETRY_DELAYS.length; attempt += 1) {
      const claim = await beginOne(lock.key, at);
      expect(claim.attempts).toBe(attempt);
      seen.add(claim.messageId);
      await settle(claim, { kind: "retry", reply: "451 later", code: "4.7.1" }, at);
      expect(await reserve(lock.key, at)).toEqual([]);
      at = (await nextDue(database.db)) ?? at;
    }
    expect(seen.size).toBe(1);
    expect(await countDeliveries(database.db)).toMatchObject({ failed: 1, planned: 0 });
  });

  test("written down twice is written down once", async () => {
    await planEdition(database.db, someAddresses(1), now);
    const claim = await beginOne();
    await settle(claim, { kind: "retry", reply: "451 later" });
    await settle(claim, { kind: "retry", reply: "451 later" });
    expect(await rowOf(claim.subscriberId)).toMatchObject({ state: "planned", attempts: 1 });
  });

  test("that was not handed over is planned as it was, and no attempt is counted", async () => {
    await planEdition(database.db, someAddresses(1), now);
    for (const outcome of [NOT_BEGUN, { kind: "unreachable", reply: "no route" } as const]) {
      const claim = await beginOne();
      await settle(claim, outcome);
      expect(await rowOf(claim.subscriberId)).toMatchObject({
        state: "planned",
        attempts: 0,
        worker: null,
        route: "example.org",
      });
    }
  });

  test("to someone who left after it was taken is not begun", async () => {
    await planEdition(database.db, someAddresses(2), now);
    const claims = await reserve();
    const [leaver, stayer] = claims;
    if (leaver === undefined || stayer === undefined) throw new Error("two were planned");
    await database.db
      .updateTable("subscribers")
      .set({ status: "unsubscribed" })
      .where("id", "=", leaver.subscriberId)
      .execute();
    expect(await beginDeliveries(database.db, [leaver, stayer], now)).toEqual([false, true]);
    await settle(leaver, NOT_BEGUN);
    expect(await rowOf(leaver.subscriberId)).toMatchObject({
      state: "failed",
      reply: "unsubscribed before it was sent",
    });
  });

  test("of an edition that was stopped after it was taken is not begun", async () => {
    const { number } = await planEdition(database.db, someAddresses(1), now);
    const claim = await takeOne();
    await pauseEdition(database.db, number, now);
    expect(await beginDeliveries(database.db, [claim], now)).toEqual([false]);
    await settle(claim, NOT_BEGUN);
    expect(await reserve()).toEqual([]);
    expect(await nextDue(database.db)).toBeUndefined();
  });
});

describe("a worker that is gone", () => {
  test("leaves what it was sending unknown, and what it had only taken to others", async () => {
    await planEdition(database.db, someAddresses(3), now);
    const gone = await takeWorkerLock(database.connection);
    const [first] = await reserve(gone.key);
    if (first === undefined) throw new Error("nothing to take");
    await beginDeliveries(database.db, [first], now);
    expect(await parkOrphans(database.db, now)).toBe(0);
    await gone.close();
    expect(await parkOrphans(database.db, now)).toBe(1);
    expect(await countDeliveries(database.db)).toMatchObject({
      unknown: 1,
      planned: 2,
      sending: 0,
    });
    expect(await reserve()).toHaveLength(2);
  });

  test("settles its own rows after all when it was only cut off from the database", async () => {
    await planEdition(database.db, someAddresses(2), now);
    const cut = await takeWorkerLock(database.connection);
    const [sent, stopped] = await reserve(cut.key);
    if (sent === undefined || stopped === undefined) throw new Error("two were planned");
    await beginDeliveries(database.db, [sent, stopped], now);
    await cut.close();
    expect(await parkOrphans(database.db, now)).toBe(2);
    await settle(sent, ACCEPTED);
    await settle(stopped, NOT_BEGUN);
    expect(await countDeliveries(database.db)).toMatchObject({
      accepted: 1,
      planned: 1,
      unknown: 0,
    });
  });

  test("begins nothing under the key that it has lost", async () => {
    await planEdition(database.db, someAddresses(1), now);
    const cut = await takeWorkerLock(database.connection);
    const claim = await takeOne(cut.key);
    await cut.close();
    expect(cut.isAlive()).toBe(false);
    await parkOrphans(database.db, now);
    expect(await beginDeliveries(database.db, [claim], now)).toEqual([false]);
    expect(await beginDeliveries(database.db, [await takeOne()], now)).toEqual([true]);
  });
});

describe("what is unknown", () => {
  test("is sent again only on somebody's word, with the same Message-ID, and marked", async () => {
    const { number } = await planEdition(database.db, someAddresses(2), now);
    const claims = await reserve();
    await beginDeliveries(database.db, claims, now);
    for (const claim of claims) await settle(claim, { kind: "unknown", reply: "the line broke" });
    expect(await reserve()).toEqual([]);
    expect(await nextDue(database.db)).toBeUndefined();
    const [leaver] = claims;
    await database.db
      .updateTable("subscribers")
      .set({ status: "unsubscribed" })
      .where("id", "=", leaver?.subscriberId ?? "")
      .execute();
    // Weeks later, when the late rule would hold whatever else is planned of the edition.
    const late = new Date(now.getTime() + 30 * 86_400_000);
    expect(await resendUnknown(database.db, number, late)).toBe(1);
    expect(await holdLateEditions(database.db, late)).toEqual([]);
    const again = await takeOne(lock.key, late);
    expect(again.messageId).toBe(claims[1]?.messageId);
    expect(await rowOf(again.subscriberId)).toMatchObject({ resends: 1, route: "example.org" });
  });
});

test("an edition's states and what was erased add up to its recipients", async () => {
  const { number, ids } = await planEdition(database.db, someAddresses(5), now);
  await settle(await beginOne(), ACCEPTED);
  await database.db.deleteFrom("subscribers").where("id", "in", ids.slice(0, 2)).execute();
  const { recipients, erased } = await database.db
    .selectFrom("editions")
    .where("number", "=", number)
    .select(["recipients", "erased"])
    .executeTakeFirstOrThrow();
  expect(erased).toBe(2);
  expect(
    Object.values(await countDeliveries(database.db, number)).reduce(
      (sum, count) => sum + count,
      erased,
    ),
  ).toBe(recipients);
});
