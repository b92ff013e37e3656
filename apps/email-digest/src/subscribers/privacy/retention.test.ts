import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endSubscription } from "../unsubscribe-link.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";
import { hashRows } from "../../testing/row-hash.ts";
import { SECRET } from "../../testing/test-service.ts";
import { unsubscribeToken } from "../token.ts";
import { createNonce } from "../sign-up/nonce.ts";
import { keepRetention, RETENTION } from "./retention.ts";
import { findSuppression } from "../suppression.ts";

const DAY = 24 * 60;

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

const addresses = async () =>
  (
    await it.service.db.selectFrom("subscribers").select("address").orderBy("address").execute()
  ).map(({ address }) => address);
const countOf = async (
  table: "sign_ups" | "limited_mails" | "notices" | "spent_nonces" | "tokens" | "alarms",
) => (await it.service.db.selectFrom(table).selectAll().execute()).length;
const keep = () => keepRetention(it.service.db, SECRET, it.service.now());

describe("the retention clock", () => {
  test("forgets forms, limits, notices, alarms, links and people when their time is over, and not before", async () => {
    const { db, now } = it.service;
    await it.join("stays@example.org");
    await it.ask("never@example.org");
    await endSubscription(db, unsubscribeToken(SECRET, await it.join("leaves@example.org")), now());
    const nonce = createNonce(SECRET, now());
    it.pass(1);
    await it.post("/digest/subscribe", { email: "waits@example.org", nonce });
    await db.insertInto("alarms").values({ kind: "sign-up-budget", hour: now() }).execute();

    await keep();
    expect(await addresses()).toEqual([
      "leaves@example.org",
      "never@example.org",
      "stays@example.org",
    ]);
    expect([
      await countOf("sign_ups"),
      await countOf("limited_mails"),
      await countOf("spent_nonces"),
    ]).toEqual([1, 3, 1]);

    await db
      .insertInto("limited_mails")
      .values({
        kind: "manage",
        address_hash: "h",
        network: "n",
        domain_hash: "d",
        is_timed: true,
        at: now(),
      })
      .execute();
    const kinds = async () =>
      (
        await db.selectFrom("limited_mails").select(["kind", "network", "domain_hash"]).execute()
      ).map((row) => Object.values(row).join());
    it.pass(RETENTION.limits * DAY + 1);
    await keep();
    expect([await countOf("sign_ups"), await countOf("spent_nonces")]).toEqual([0, 0]);
    // How often an address was asked to confirm counts for longer.
    expect(new Set(await kinds())).toEqual(new Set(["confirmation,,"]));
    expect(await addresses()).toHaveLength(3);

    it.pass((RETENTION.unconfirmed - RETENTION.limits) * DAY);
    await keep();
    expect(await addresses()).toEqual(["leaves@example.org", "stays@example.org"]);

    it.pass((RETENTION.ended - RETENTION.unconfirmed) * DAY + 1);
    await keep();
    expect(await addresses()).toEqual(["stays@example.org"]);
    expect([
      await countOf("notices"),
      await countOf("tokens"),
      await countOf("alarms"),
      await countOf("limited_mails"),
    ]).toEqual([0, 0, 0, 0]);
    expect(await findSuppression(db, SECRET, "leaves@example.org")).toMatchObject({
      reason: "erased",
    });
    expect(await findSuppression(db, SECRET, "never@example.org")).toBeUndefined();
  });

  test("changes nothing the second time", async () => {
    await keep();
    const before = await hashRows(it.service.db);
    await keep();
    expect(await hashRows(it.service.db)).toBe(before);
  });
});
