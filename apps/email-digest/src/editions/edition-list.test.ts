import { afterAll, beforeAll, expect, test } from "vitest";
import { listEditions } from "./edition-list.ts";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";

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
  expect(first).toMatchObject({
    recipients: 4,
    erased: 0,
    subject: "A subject",
    createdAt: now,
    deliveries: { planned: 0, sending: 0, accepted: 2, failed: 1, unknown: 1 },
  });
  expect(second?.deliveries).toEqual({
    planned: 0,
    sending: 0,
    accepted: 0,
    failed: 0,
    unknown: 0,
  });
});
