import { afterAll, beforeAll, expect, test } from "vitest";
import { storeSampleEdition } from "../../testing/sample-edition.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";
import { SECRET } from "../../testing/test-service.ts";
import { exportSubscriber, type SubscriberExport } from "./export-subscriber.ts";
import { STORED_DATA } from "./stored-data.ts";
import { suppressAddress } from "../suppression.ts";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

/** Where the export has what a table holds. */
const PARTS: Record<string, keyof SubscriberExport> = {
  subscribers: "subscription",
  tokens: "links",
  former_links: "formerLinks",
  notices: "notices",
  deliveries: "deliveries",
  reports: "reports",
  sign_ups: "forms",
  limited_mails: "limits",
  suppressions: "suppression",
};
/** Numbers that only tie rows together, and hashes, which say nothing to a person. */
const LEFT_OUT = /^(subscriber_id|worker|hash|unsubscribe_hash|address_hash|network|domain_hash)$/;

test("everything that is stored about a person is in the file: each table, and each column that says something", async () => {
  const { db, now } = it.service;
  const id = await it.join("all@example.org");
  const { number } = await storeSampleEdition(db, ["failed"], now());
  await db.updateTable("deliveries").set({ subscriber_id: id }).execute();
  await db
    .insertInto("reports")
    .values({
      edition: number,
      subscriber_id: id,
      kind: "soft",
      status: "4.2.2",
      reply: "452 full",
      at: now(),
    })
    .execute();
  await db
    .insertInto("former_links")
    .values({ hash: "h", subscriber_id: id, until: now() })
    .execute();
  await it.post("/digest/subscribe", { email: "all@example.org" });
  await suppressAddress(db, SECRET, "all@example.org", "bounced", now());

  const exported = await exportSubscriber(db, SECRET, "all@example.org", now());
  const personal = STORED_DATA.filter(({ isPersonal }) => isPersonal);
  expect(Object.keys(PARTS).toSorted()).toEqual(personal.map(({ table }) => table).toSorted());
  for (const { table, columns } of personal) {
    const part = exported[PARTS[table] ?? "address"];
    const row: object = Array.isArray(part) ? (part[0] ?? {}) : new Object(part);
    const said = Object.keys(columns).filter(
      (column) => !LEFT_OUT.test(column) && !(column === "id" && table !== "subscribers"),
    );
    expect(Object.keys(row), table).toEqual(expect.arrayContaining(said));
  }
});
