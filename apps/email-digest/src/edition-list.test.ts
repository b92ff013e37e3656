import { afterAll, beforeAll, expect, test } from "vitest";
import { countDeliveries } from "./delivery/ledger.ts";
import { resendUnknown } from "./delivery/resend-unknown.ts";
import { listEditions } from "./edition-list.ts";
import { storeSampleEdition } from "./testing/sample-edition.ts";
import { openTestDatabase } from "./testing/test-database.ts";

const now = new Date("2026-01-01T12:00:00Z");

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("every edition is listed with its sums, also one that went to nobody", async () => {
  const { db } = database;
  expect(await listEditions(db)).toEqual([]);
  await storeSampleEdition(db, ["accepted", "accepted", "unknown", "failed"], now);
  await storeSampleEdition(db, [], now);
  const [first, second] = await listEditions(db);
  expect(first).toMatchObject({ subject: "A subject", createdAt: now, deliveries: { planned: 0, sending: 0, accepted: 2, failed: 1, unknown: 1 } });
  expect(second?.deliveries).toEqual({ planned: 0, sending: 0, accepted: 0, failed: 0, unknown: 0 });
});

test("what is unknown is planned again on demand, of that edition alone and with the old Message-IDs", async () => {
  const { db } = database;
  const { number } = await storeSampleEdition(db, ["unknown", "accepted"], now);
  const other = await storeSampleEdition(db, ["unknown"], now);
  const ids = () => db.selectFrom("deliveries").select("message_id").orderBy("message_id").execute();
  const before = await ids();
  expect(await resendUnknown(db, number, now)).toEqual({ kind: "planned-again", count: 1 });
  expect(await countDeliveries(db, number)).toMatchObject({ planned: 1, accepted: 1, unknown: 0 });
  expect(await countDeliveries(db, other.number)).toMatchObject({ unknown: 1 });
  expect(await ids()).toEqual(before);
  expect(await resendUnknown(db, 99, now)).toEqual({ kind: "no-such-edition" });
});
