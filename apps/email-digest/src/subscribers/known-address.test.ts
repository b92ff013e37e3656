import { afterAll, beforeAll, expect, test } from "vitest";
import { importSubscribers } from "./import/import-subscribers.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { SECRET } from "../testing/test-service.ts";
import { eraseAddress } from "./privacy/erase-address.ts";
import { exportSubscriber } from "./privacy/export-subscriber.ts";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

test.each([
  ["Plain.Name@example.org", "plain.name@example.org"],
  ["Élan.ÅSA@example.org", "Élan.Åsa@example.org"],
])("%s is found, told apart from nobody, exported and erased", async (address, spelt) => {
  const { db, now } = it.service;
  const id = await it.join(address);
  it.pass(3 * 24 * 60);
  it.notices.length = 0;
  await it.post("/digest/manage", { email: spelt });
  await it.settle();
  expect(it.notices).toEqual([{ id, kind: "manage" }]);
  const row = { line: 1, address: spelt, consentAt: now(), consentText: "c", consentForm: "f" };
  expect(await importSubscribers(db, { secret: SECRET, linkKey: SECRET }, [row])).toMatchObject({
    added: 0,
    known: 1,
  });
  expect((await exportSubscriber(db, SECRET, spelt, now())).address).toBe(address);
  expect(await eraseAddress(db, SECRET, spelt, now())).toMatchObject({ wasKnown: true });
  expect(await db.selectFrom("subscribers").where("id", "=", id).selectAll().execute()).toEqual([]);
});
