import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordRefusal } from "../bounce/record-report.ts";
import { reserveDeliveries } from "../delivery/reserve.ts";
import { nextDue } from "../delivery/ledger.ts";
import { findSuppression, restoreSubscriber, undoRestore } from "../subscribers/suppression.ts";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { listHolds, resumeEdition } from "./edition-hold.ts";

const SECRET = "a secret for tests";
const now = new Date("2026-01-01T12:00:00Z");
const NOBODY = "550 5.1.1 no such user";
const POLICY = { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [] };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.deleteFrom("suppressions").execute());

/** Sends an edition to all, and says what became of each refusal. */
async function send(
  edition: number,
  ids: readonly string[],
  refused: readonly string[],
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const [at, subscriberId] of ids.entries()) {
    const isRefused = refused.includes(subscriberId);
    if (isRefused) {
      const when = new Date(now.getTime() + edition * 60_000 + at);
      const key = { edition, subscriberId };
      outcomes.push((await recordRefusal(database.db, SECRET, key, NOBODY, when)).kind);
    }
    await database.db
      .updateTable("deliveries")
      .set({ state: isRefused ? "failed" : "accepted", settled_at: now })
      .where("edition", "=", edition)
      .where("subscriber_id", "=", subscriberId)
      .execute();
  }
  return outcomes;
}

/** Plans another edition for the same. */
async function planNext(ids: readonly string[]): Promise<number> {
  const { number } = await database.db
    .insertInto("editions")
    .values({ subject: "s", summary: "s", html: "h", text: "t", hash: "x", created_at: now })
    .returning("number")
    .executeTakeFirstOrThrow();
  await database.db
    .updateTable("editions")
    .set({ recipients: ids.length })
    .where("number", "=", number)
    .execute();
  const row = { edition: number, state: "planned" as const, due_at: now, worker: null };
  await database.db
    .insertInto("deliveries")
    .values(
      ids.map((id) => ({
        ...row,
        subscriber_id: id,
        message_id: `<${number}-${id}@x>`,
        reply: null,
        settled_at: null,
      })),
    )
    .execute();
  return number;
}

const statuses = async () => {
  const rows = await database.db.selectFrom("subscribers").select("status").execute();
  return Object.entries(Object.groupBy(rows, ({ status }) => status)).map(
    ([status, all]) => `${all.length} ${status}`,
  );
};

describe("an edition of which too many addresses are said not to exist", () => {
  /** Each at a domain of their own. */
  const scattered = (count: number) =>
    Array.from({ length: count }, (_, index) => `person@campus${index}.example`);

  test("is held before anybody is taken off, and goes to all once it is resumed", async () => {
    const { number, ids } = await planEdition(database.db, scattered(30), now);
    const outcomes = await send(number, ids, ids);
    expect(outcomes.slice(0, 5)).toEqual(["counted", "counted", "counted", "counted", "alarm"]);
    expect(new Set(outcomes.slice(5))).toEqual(new Set(["counted"]));
    expect(await statuses()).toEqual(["30 confirmed"]);
    expect(await listHolds(database.db)).toMatchObject([{ edition: number, domain: "" }]);
    await resumeEdition(database.db, number, now);
    expect(await listHolds(database.db)).toEqual([]);
    expect((await reserveDeliveries(database.db, 1, 100, POLICY, now)).claims).toHaveLength(30);
  });

  test("gives back whom the second strike took off before the brake held", async () => {
    const { number, ids } = await planEdition(database.db, scattered(40), now);
    expect(await send(number, ids, ids.slice(37))).toEqual(["counted", "counted", "counted"]);
    const next = await planNext(ids);
    expect(await send(next, ids.toReversed(), ids.slice(30))).toEqual([
      "suppressed",
      "suppressed",
      "suppressed",
      "counted",
      "alarm",
      "counted",
      "counted",
      "counted",
      "counted",
      "counted",
    ]);
    expect(await statuses()).toEqual(["40 confirmed"]);
    expect(await database.db.selectFrom("suppressions").selectAll().execute()).toEqual([]);
  });

  test("brakes a small list after three", async () => {
    const { number, ids } = await planEdition(database.db, someAddresses(6), now);
    expect((await send(number, ids, ids)).slice(0, 3)).toEqual(["counted", "counted", "alarm"]);
  });
});

test("one bad domain holds itself, and nobody else waits", async () => {
  const { db } = database;
  const addresses = [...someAddresses(8, "bad.example"), ...someAddresses(60, "good.example")];
  const { number, ids } = await planEdition(db, addresses, now);
  for (const subscriberId of ids.slice(0, 5))
    await recordRefusal(db, SECRET, { edition: number, subscriberId }, NOBODY, now);
  expect(await listHolds(db)).toMatchObject([
    { edition: number, domain: "bad.example", planned: 8 },
  ]);
  const taken = await reserveDeliveries(db, 1, 100, POLICY, now);
  expect(new Set(taken.claims.map(({ address }) => address.split("@")[1]))).toEqual(
    new Set(["good.example"]),
  );
  expect(await nextDue(db)).toBeUndefined();
  expect(await resumeEdition(db, number, now)).toBe(true);
  expect((await reserveDeliveries(db, 1, 100, POLICY, now)).claims).toHaveLength(8);
});

test("somebody whom bounces took off is brought back as before, and that can be undone", async () => {
  const { db } = database;
  const { number, ids } = await planEdition(db, someAddresses(30), now);
  expect(await send(number, ids, ids.slice(3, 4))).toEqual(["counted"]);
  expect(await send(await planNext(ids), ids, ids.slice(3, 4))).toEqual(["suppressed"]);
  const soon = new Date(now.getTime() + 86_400_000);
  const restore = () => restoreSubscriber(db, SECRET, "person3@example.org", soon);
  expect(await restore()).toBe("restored");
  expect(await findSuppression(db, SECRET, "person3@example.org")).toBeUndefined();
  expect(await statuses()).toEqual(["30 confirmed"]);
  expect(await restore()).toBe("not-bounced");
  // Earlier bounces no longer count: the next one is the first.
  expect(await send(await planNext(ids), ids, ids.slice(3, 4))).toEqual(["counted"]);
  expect(await undoRestore(db, SECRET, "person3@example.org", now)).toBe(true);
  expect((await findSuppression(db, SECRET, "person3@example.org"))?.reason).toBe("bounced");
  expect(await undoRestore(db, SECRET, "person3@example.org", now)).toBe(false);
});
