import { afterAll, beforeAll, expect, test } from "vitest";
import { recordRefusal } from "../bounce/record-report.ts";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { planRefusedAgain } from "./plan-again.ts";

const now = new Date("2026-01-01T12:00:00Z");

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("what was refused goes out again, and nothing that may have arrived", async () => {
  const { db } = database;
  const { number, ids } = await planEdition(db, someAddresses(6), now);
  const [failed, accepted, bounced, unknown, left, complained] = ids;
  const become = (id: string | undefined, state: "failed" | "accepted" | "unknown") =>
    db
      .updateTable("deliveries")
      .set({ state, settled_at: now, reply: "550 no", attempts: 3 })
      .where("subscriber_id", "=", id ?? "")
      .execute();
  const report = (id: string | undefined, reply: string) =>
    recordRefusal(db, "s", { edition: number, subscriberId: id ?? "" }, reply, now);
  for (const id of [failed, left]) await become(id, "failed");
  for (const id of [accepted, bounced, complained]) await become(id, "accepted");
  await become(unknown, "unknown");
  await report(failed, "550 5.7.1 no");
  await report(bounced, "550 5.1.1 no such user");
  const complaint = { kind: "complaint" as const, status: null, reply: "abuse", at: now };
  await db
    .insertInto("reports")
    .values({ edition: number, subscriber_id: complained ?? "", ...complaint })
    .execute();
  await db
    .updateTable("subscribers")
    .set({ status: "unsubscribed" })
    .where("id", "=", left ?? "")
    .execute();

  expect(await planRefusedAgain(db, number, now)).toBe(2);
  const rows = await db
    .selectFrom("deliveries")
    .where("state", "=", "planned")
    .select(["subscriber_id", "resends", "attempts", "route"])
    .orderBy("resends")
    .execute();
  const planned = { attempts: 0, route: "example.org" };
  expect(rows).toEqual([
    { subscriber_id: failed, resends: 0, ...planned },
    { subscriber_id: bounced, resends: 1, ...planned },
  ]);
  // The refusals are taken back: they are no strike.
  expect((await db.selectFrom("reports").select("kind").execute()).map(({ kind }) => kind)).toEqual(
    ["complaint"],
  );
  expect(await planRefusedAgain(db, number, now)).toBe(0);
});
