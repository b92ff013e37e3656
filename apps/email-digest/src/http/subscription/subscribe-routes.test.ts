import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endSubscription } from "../../subscribers/unsubscribe-link.ts";
import { createNonce } from "../../subscribers/sign-up/nonce.ts";
import { suppressAddress } from "../../subscribers/suppression.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";
import { hashRows } from "../../testing/row-hash.ts";
import { SECRET } from "../../testing/test-service.ts";
import { unsubscribeToken } from "../../subscribers/token.ts";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());
beforeEach(async () => {
  await it.settle();
  it.pass(2 * 24 * 60);
  it.notices.length = 0;
});

const db = () => it.service.db;

/** Everything of an answer that could tell one address from another. */
async function answer(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== "x-request-id");
  return JSON.stringify([response.status, headers, await response.text()]);
}

/** One address of every kind there is. */
async function oneOfEachKind(): Promise<string[]> {
  await it.ask("pending@example.org");
  await it.join("confirmed@example.org");
  await endSubscription(
    db(),
    unsubscribeToken(SECRET, await it.join("left@example.org")),
    it.service.now(),
  );
  for (const reason of ["complaint", "bounced", "erased"] as const)
    await suppressAddress(db(), SECRET, `${reason}@example.org`, reason, it.service.now());
  return [
    "new@example.org",
    "pending@example.org",
    "confirmed@example.org",
    "CONFIRMED@example.org",
    "left@example.org",
    "complaint@example.org",
    "bounced@example.org",
    "erased@example.org",
    "nobody@no-such-host.invalid",
  ];
}

test.each(["/digest/subscribe", "/digest/manage"])(
  "%s answers with the same bytes whatever is known about an address, also over the limit",
  async (path) => {
    const addresses = await oneOfEachKind();
    const answers: string[] = [];
    for (const address of [...addresses, ...addresses]) {
      answers.push(await answer(await it.post(path, { email: address })));
      await it.settle();
    }
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? "[]")[0]).toBe(200);
  },
);

test("an answer names no address and sets no cookie", async () => {
  const response = await it.post("/digest/subscribe", { email: "shown@example.org" });
  expect(await response.clone().text()).not.toContain("shown@");
  expect(response.headers.get("set-cookie")).toBeNull();
});

test("nothing is looked up before the answer: only the form is stored", async () => {
  await it.post("/digest/subscribe", { email: "later@example.org" });
  expect(
    await db()
      .selectFrom("subscribers")
      .where("address", "=", "later@example.org")
      .selectAll()
      .execute(),
  ).toEqual([]);
  expect(it.notices).toEqual([]);
  expect(await it.settle()).toEqual(["mail-due"]);
  expect(it.notices.map(({ kind }) => kind)).toEqual(["confirmation"]);
  expect(await db().selectFrom("sign_ups").selectAll().execute()).toEqual([]);
});

describe("an address that cannot be", () => {
  test.each([
    "",
    "nonsense",
    "a@b",
    `${"a".repeat(300)}@example.org`,
    "a@example.org\r\nBcc: b@example.org",
    "a@example.org\nSubject: x",
    "info@example.org",
    "Postmaster@example.org",
  ])("%j gets a clear message, and nothing is stored", async (email) => {
    const before = await hashRows(db());
    const response = await it.post("/digest/subscribe", { email });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/address/i);
    expect(await hashRows(db())).toBe(before);
  });

  test("a body that is too long is refused", async () => {
    expect((await it.post("/digest/subscribe", { email: "a".repeat(20_000) })).status).toBe(413);
  });
});

describe("robots", () => {
  /** Whether a form changes nothing and gets the answer everybody gets. */
  const isIgnored = async (fields: Record<string, string>): Promise<boolean> => {
    const before = await hashRows(db());
    const told = await answer(
      await it.post("/digest/subscribe", { email: "robot@example.org", ...fields }),
    );
    const isUnchanged = (await hashRows(db())) === before;
    return (
      isUnchanged &&
      told === (await answer(await it.post("/digest/subscribe", { email: "person@example.org" })))
    );
  };

  test("one that fills in the hidden field is told what everybody is told", async () => {
    expect(await isIgnored({ website: "http://spam.example" })).toBe(true);
    expect(await isIgnored({ website: "" })).toBe(false);
  });

  test("so is one that sends the form at once, or forges or keeps its nonce", async () => {
    expect(await isIgnored({ nonce: createNonce(SECRET, it.service.now()) })).toBe(true);
    expect(await isIgnored({ nonce: "forged.forged.forged" })).toBe(true);
    const nonce = createNonce(SECRET, it.service.now());
    it.pass(1);
    await it.post("/digest/subscribe", { email: "first@example.org", nonce });
    expect(await isIgnored({ nonce })).toBe(true);
    it.pass(200);
    expect(
      await isIgnored({
        nonce: createNonce(SECRET, new Date(it.service.now().getTime() - 3 * 3_600_000)),
      }),
    ).toBe(true);
  });

  test("the service's own form carries a nonce that works once it has been open for a moment", async () => {
    const page = await (await it.app.request("/digest/subscribe")).text();
    const nonce = /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? "";
    it.pass(1);
    await it.post("/digest/subscribe", { email: "timed@example.org", nonce });
    expect(
      await db()
        .selectFrom("sign_ups")
        .where("address", "=", "timed@example.org")
        .select("is_timed")
        .execute(),
    ).toEqual([{ is_timed: true }]);
  });
});

test("the consent record says what was agreed to, when, and on which page of ours", async () => {
  await it.post("/digest/subscribe", { email: "consents@example.org", form: "/digest/" });
  await it.post("/digest/subscribe", { email: "odd@example.org", form: "<script>" });
  const asked = it.service.now();
  it.pass(1);
  await it.settle();
  const rows = await db()
    .selectFrom("subscribers")
    .where("address", "in", ["consents@example.org", "odd@example.org"])
    .selectAll()
    .orderBy("address")
    .execute();
  expect(rows).toMatchObject([
    {
      consent_text: it.service.promise,
      consent_at: asked,
      consent_form: "/digest/",
      consent_locale: "en",
      confirmed_at: null,
    },
    { consent_form: "" },
  ]);
});
