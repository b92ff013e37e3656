import { sql } from "kysely";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryState } from "../database/schema.ts";
import { findSuppression } from "../subscribers/suppression.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { hashToken } from "../subscribers/token.ts";
import { readReport } from "./read-report.ts";
import { planRefusedAgain } from "../brake/plan-again.ts";
import { countReports } from "./count-reports.ts";
import { recordRefusal, recordReport } from "./record-report.ts";

const SECRET = "a secret for tests";
const now = new Date("2026-11-25T12:00:00Z");
const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const addressOf = (number: number) => `person${number}@example.org`;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  for (const table of [
    "reports",
    "deliveries",
    "tokens",
    "suppressions",
    "subscribers",
    "editions",
  ] as const)
    await database.db.deleteFrom(table).execute();
  await sql`INSERT INTO editions (number, subject, summary, html, text, hash, created_at) OVERRIDING SYSTEM VALUE
    VALUES (3, 's', 's', 'h', 't', 'x', ${now})`.execute(database.db);
});

/** One of the nine subscribers whom the recorded reports are about, with the mail of edition 3. */
async function store(number: number, state: DeliveryState = "accepted"): Promise<void> {
  const { db } = database;
  const hash = number === 1 ? hashToken("t".repeat(43)) : idOf(number);
  const consent = { consent_text: "c", consent_at: now, confirmed_at: now, ended_at: null };
  await db
    .insertInto("subscribers")
    .values({
      id: idOf(number),
      address: addressOf(number),
      status: "confirmed",
      unsubscribe_hash: hash,
      ...consent,
    })
    .execute();
  const row = {
    edition: 3,
    subscriber_id: idOf(number),
    message_id: `<${number}@x>`,
    due_at: now,
    worker: null,
    reply: null,
    settled_at: null,
  };
  await db
    .insertInto("deliveries")
    .values({ ...row, state })
    .execute();
}

const report = async (name: string) => {
  const source = await readFile(join(import.meta.dirname, "fixtures", `${name}.eml`));
  return recordReport(database.db, SECRET, await readReport(source), now);
};
const statusOf = async (number: number) =>
  (
    await database.db
      .selectFrom("subscribers")
      .where("id", "=", idOf(number))
      .select("status")
      .executeTakeFirst()
  )?.status;
const suppressionOf = async (number: number) =>
  (await findSuppression(database.db, SECRET, addressOf(number)))?.reason;

/** The edition before came back as well. */
async function strikeBefore(number: number): Promise<void> {
  await sql`INSERT INTO editions (number, subject, summary, html, text, hash, created_at) OVERRIDING SYSTEM VALUE
    VALUES (2, 's', 's', 'h', 't', 'x', ${now})`.execute(database.db);
  await sql`INSERT INTO deliveries (edition, subscriber_id, state, message_id, due_at)
    VALUES (2, ${idOf(number)}, 'failed', ${`<b${number}@x>`}, ${now})`.execute(database.db);
  const key = { edition: 2, subscriberId: idOf(number) };
  const reply = "550 5.1.1 no such user";
  expect(await recordRefusal(database.db, SECRET, key, reply, now)).toEqual({ kind: "counted" });
}

describe("a report that nobody is there", () => {
  test("ends the subscription the second time, and suppresses the address, once", async () => {
    await store(1);
    await strikeBefore(1);
    expect([await statusOf(1), await suppressionOf(1)]).toEqual(["confirmed", undefined]);
    expect(await report("unknown-user-failed")).toEqual({ kind: "suppressed", reason: "bounced" });
    expect([await statusOf(1), await suppressionOf(1)]).toEqual(["unsubscribed", "bounced"]);
    expect(await report("unknown-user-failed")).toEqual({
      kind: "ignored",
      why: "reported before",
    });
  });

  test("keeps no address, not even that of the server's words", async () => {
    await store(1);
    await report("unknown-user-failed");
    const rows = await database.db.selectFrom("reports").selectAll().execute();
    expect(rows).toMatchObject([
      { edition: 3, subscriber_id: idOf(1), kind: "hard", status: "5.1.1" },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/@example/);
  });

  test("says nothing new about someone who has left", async () => {
    await store(2);
    await database.db.updateTable("subscribers").set({ status: "unsubscribed" }).execute();
    expect(await report("unknown-user-local-failed")).toMatchObject({ kind: "ignored" });
    expect(await suppressionOf(2)).toBeUndefined();
  });

  test("after an erasure finds nobody, and brings nothing back", async () => {
    expect(await report("unknown-user-failed")).toMatchObject({
      kind: "ignored",
      why: expect.stringContaining("erased"),
    });
    expect(await database.db.selectFrom("suppressions").selectAll().execute()).toEqual([]);
  });
});

describe("other reports leave the person subscribed", () => {
  test.each([
    ["mailbox-full-failed", 4, "counted"],
    ["mailbox-full-local-failed", 3, "counted"],
    ["temporary-failed", 7, "counted"],
    ["temporary-delayed", 7, "ignored"],
    ["unreachable-failed", 9, "counted"],
    ["no-code-failed", 8, "counted"],
    ["refused-by-policy-failed", 5, "alarm"],
    ["not-aligned-failed", 6, "alarm"],
  ] as const)("%s: %s", async (name, number, kind) => {
    await store(number);
    expect((await report(name)).kind).toBe(kind);
    expect([await statusOf(number), await suppressionOf(number)]).toEqual(["confirmed", undefined]);
  });
});

describe("a complaint", () => {
  test("ends the subscription for good", async () => {
    await store(1);
    expect(await report("arf-abuse")).toEqual({ kind: "suppressed", reason: "complaint" });
    expect([await statusOf(1), await suppressionOf(1)]).toEqual(["unsubscribed", "complaint"]);
  });

  test("is believed by the unsubscribe token alone, where the provider took everything else out", async () => {
    await store(1);
    expect(await report("arf-redacted")).toEqual({ kind: "suppressed", reason: "complaint" });
  });

  test("counts although the person has left meanwhile", async () => {
    await store(1);
    await database.db.updateTable("subscribers").set({ status: "unsubscribed" }).execute();
    expect(await report("arf-abuse")).toEqual({ kind: "suppressed", reason: "complaint" });
  });

  test("that is none, or bears a token that we did not make, changes nothing", async () => {
    await store(1);
    expect(await report("arf-not-spam")).toMatchObject({
      kind: "ignored",
      why: expect.stringContaining("not-spam"),
    });
    expect(await report("arf-forged")).toMatchObject({
      kind: "ignored",
      why: expect.stringContaining("not one of ours"),
    });
    expect([await statusOf(1), await suppressionOf(1)]).toEqual(["confirmed", undefined]);
  });
});

test("a report that is not understood is kept without addresses, counted, and harms nobody", async () => {
  await store(1);
  const outcome = await report("unreadable");
  expect(outcome).toEqual({ kind: "unreadable" });
  expect(await countReports(database.db)).toEqual({ unreadable: 1 });
  expect(await database.db.selectFrom("reports").select("reply").execute()).toEqual([
    { reply: expect.stringContaining("Nachricht") },
  ]);
  expect(await report("unreadable")).toMatchObject({ kind: "ignored" });
  expect(await planRefusedAgain(database.db, 3, now)).toBe(0);
  expect([await statusOf(1), await suppressionOf(1)]).toEqual(["confirmed", undefined]);
});

test("an automatic answer changes nothing", async () => {
  await store(1);
  expect(await report("holiday")).toEqual({ kind: "ignored", why: "this mail is no report" });
});

test("a report is evidence about a mail whose fate was unknown; one that was accepted stays accepted", async () => {
  await store(4, "unknown");
  await store(3, "accepted");
  await report("mailbox-full-failed");
  await report("mailbox-full-local-failed");
  const states = await database.db
    .selectFrom("deliveries")
    .select(["subscriber_id", "state"])
    .orderBy("subscriber_id")
    .execute();
  expect(states.map(({ state }) => state)).toEqual(["accepted", "failed"]);
});

test("a refusal that comes at once is judged by the same rule", async () => {
  for (const number of [1, 4, 5]) await store(number);
  await strikeBefore(1);
  const refuse = (number: number, reply: string) =>
    recordRefusal(database.db, SECRET, { edition: 3, subscriberId: idOf(number) }, reply, now);
  expect(await refuse(1, "550 5.1.1 <person1@example.org>: no such user")).toEqual({
    kind: "suppressed",
    reason: "bounced",
  });
  expect(await refuse(4, "552 5.2.2 over quota")).toEqual({ kind: "counted" });
  expect(await refuse(5, "550 5.7.1 refused")).toMatchObject({ kind: "alarm", status: "5.7.1" });
  expect([await suppressionOf(1), await suppressionOf(4), await suppressionOf(5)]).toEqual([
    "bounced",
    undefined,
    undefined,
  ]);
});

describe("mails that come back for the time being", () => {
  const DAY = 86_400_000;
  /** One mail a month, as often as this, each refused or not. */
  async function storeMonths(refused: readonly boolean[], days = 30): Promise<string[]> {
    const { db } = database;
    await store(4);
    await db.deleteFrom("deliveries").execute();
    const kinds: string[] = [];
    for (const [month, isRefused] of refused.entries()) {
      const [edition, at] = [10 + month, new Date(now.getTime() + month * days * DAY)];
      await sql`INSERT INTO editions (number, subject, summary, html, text, hash, created_at) OVERRIDING SYSTEM VALUE VALUES (${edition}, 's', 's', 'h', 't', 'x', ${at})`.execute(
        db,
      );
      const row = {
        edition,
        subscriber_id: idOf(4),
        message_id: `<${edition}@x>`,
        due_at: at,
        worker: null,
        reply: null,
        settled_at: at,
      };
      await db
        .insertInto("deliveries")
        .values({ ...row, state: "accepted" })
        .execute();
      if (isRefused)
        kinds.push(
          (
            await recordRefusal(
              db,
              SECRET,
              { edition, subscriberId: idOf(4) },
              "452 4.2.2 mailbox full",
              at,
            )
          ).kind,
        );
    }
    return kinds;
  }

  test("end the subscription when four in a row, over sixty days, did", async () => {
    expect(await storeMonths([true, true, true, true])).toEqual([
      "counted",
      "counted",
      "counted",
      "suppressed",
    ]);
    expect([await statusOf(4), await suppressionOf(4)]).toEqual(["unsubscribed", "bounced"]);
  });

  test("are forgotten when one arrives in between", async () => {
    expect(await storeMonths([true, true, true, false, true, true, true])).not.toContain(
      "suppressed",
    );
    expect(await statusOf(4)).toBe("confirmed");
  });

  test("say nothing yet when they came within days", async () => {
    expect(
      await storeMonths(
        Array.from({ length: 8 }, () => true),
        7,
      ),
    ).toEqual(Array.from({ length: 8 }, () => "counted"));
  });
});
