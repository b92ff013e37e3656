import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenDatabase } from "../database/open-database.ts";
import { countSubscribers, forgetUnconfirmed, requestSubscription } from "./subscriber.ts";
import { endSubscription } from "./unsubscribe-link.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { createToken, unsubscribeToken } from "./token.ts";
import { confirmSubscription, inspectConfirmToken, issueConfirmToken } from "./timed-link.ts";

const SECRET = "a secret for tests";
const HOUR = 3_600_000;
const start = new Date("2026-01-01T12:00:00Z");
const after = (hours: number) => new Date(start.getTime() + hours * HOUR);

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ask = (address: string, at = start) =>
  requestSubscription(database.db, SECRET, address, { text: "promise", at });

/** A subscriber who has confirmed. */
async function join(address: string): Promise<string> {
  const id = await ask(address);
  if (id === undefined) throw new Error("no mail was due");
  await confirmSubscription(database.db, await issueConfirmToken(database.db, id, start), start);
  return id;
}

const statusOf = async (id: string) =>
  (
    await database.db
      .selectFrom("subscribers")
      .where("id", "=", id)
      .select("status")
      .executeTakeFirstOrThrow()
  ).status;

describe("asking", () => {
  test("someone who is subscribed is not asked again and stays subscribed", async () => {
    const id = await join("known@example.org");
    expect(await ask("known@example.org", after(5))).toBeUndefined();
    expect(await statusOf(id)).toBe("confirmed");
  });

  test("two requests at the same moment make one subscriber", async () => {
    const ids = await Promise.all([
      ask("twice@example.org"),
      ask("twice@example.org"),
      ask("twice@example.org"),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect(
      await database.db
        .selectFrom("subscribers")
        .where("address", "=", "twice@example.org")
        .selectAll()
        .execute(),
    ).toHaveLength(1);
  });
});

describe("confirming", () => {
  test("a look changes nothing, the click does, and a second click is no fault", async () => {
    const id = await ask("click@example.org");
    const token = await issueConfirmToken(database.db, id ?? "", start);
    expect((await inspectConfirmToken(database.db, token, after(1))).state).toBe("pending");
    expect(await statusOf(id ?? "")).toBe("pending");
    expect((await confirmSubscription(database.db, token, after(1))).state).toBe("confirmed-now");
    expect((await confirmSubscription(database.db, token, after(2))).state).toBe("confirmed");
    expect(await statusOf(id ?? "")).toBe("confirmed");
  });

  test("after two days the link has run out", async () => {
    const id = await ask("late@example.org");
    const token = await issueConfirmToken(database.db, id ?? "", start);
    expect((await confirmSubscription(database.db, token, after(47))).state).toBe("confirmed-now");
    const second = await ask("later@example.org");
    const old = await issueConfirmToken(database.db, second ?? "", start);
    expect((await confirmSubscription(database.db, old, after(49))).state).toBe("expired");
    expect(await statusOf(second ?? "")).toBe("pending");
  });

  test("a token of another purpose or of nobody is unknown, and the database holds none in the clear", async () => {
    const id = await join("purpose@example.org");
    expect(
      (await confirmSubscription(database.db, unsubscribeToken(SECRET, id), start)).state,
    ).toBe("unknown");
    expect((await confirmSubscription(database.db, createToken(), start)).state).toBe("unknown");
    const token = await issueConfirmToken(database.db, id, start);
    expect(
      JSON.stringify(await database.db.selectFrom("tokens").selectAll().execute()),
    ).not.toContain(token);
    expect(
      JSON.stringify(await database.db.selectFrom("subscribers").selectAll().execute()),
    ).not.toContain(unsubscribeToken(SECRET, id));
  });
});

describe("leaving", () => {
  test("one click ends it, a second changes nothing, and an old confirmation link does not bring it back", async () => {
    const id = await join("leaver@example.org");
    const old = await issueConfirmToken(database.db, id, start);
    const token = unsubscribeToken(SECRET, id);
    expect((await endSubscription(database.db, token, after(1))).kind).toBe("subscriber");
    expect((await endSubscription(database.db, token, after(2))).kind).toBe("subscriber");
    expect(await statusOf(id)).toBe("unsubscribed");
    expect((await confirmSubscription(database.db, old, after(3))).state).toBe("unknown");
    expect(await statusOf(id)).toBe("unsubscribed");
  });

  test("the token of one ends nothing of another, and a token under another secret nothing at all", async () => {
    const [one, other] = [await join("one@example.org"), await join("other@example.org")];
    await endSubscription(database.db, unsubscribeToken(SECRET, one), start);
    expect(await statusOf(other)).toBe("confirmed");
    expect((await countSubscribers(database.db)).unsubscribed).toBeGreaterThan(0);
    expect(
      await endSubscription(database.db, unsubscribeToken("another secret", other), start),
    ).toEqual({ kind: "unknown" });
  });

  test("who left may come back by asking and confirming again", async () => {
    const id = await join("back@example.org");
    await endSubscription(database.db, unsubscribeToken(SECRET, id), start);
    expect(await ask("back@example.org", after(1))).toBe(id);
    expect(
      (
        await confirmSubscription(
          database.db,
          await issueConfirmToken(database.db, id, after(1)),
          after(1),
        )
      ).state,
    ).toBe("confirmed-now");
  });
});

test("an address that never confirmed is forgotten after a week, with its tokens", async () => {
  const id = await ask("forgotten@example.org");
  await issueConfirmToken(database.db, id ?? "", start);
  await forgetUnconfirmed(database.db, 7, after(24 * 6));
  expect(await statusOf(id ?? "")).toBe("pending");
  await forgetUnconfirmed(database.db, 7, after(24 * 8));
  expect(
    await database.db
      .selectFrom("subscribers")
      .where("id", "=", id ?? "")
      .selectAll()
      .execute(),
  ).toEqual([]);
  expect(
    await database.db
      .selectFrom("tokens")
      .where("subscriber_id", "=", id ?? "")
      .selectAll()
      .execute(),
  ).toEqual([]);
});
