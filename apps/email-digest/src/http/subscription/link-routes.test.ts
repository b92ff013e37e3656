import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { keepRetention, RETENTION } from "../../subscribers/privacy/retention.ts";
import { hashRows } from "../../testing/row-hash.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";
import { SECRET } from "../../testing/test-service.ts";
import { createToken, unsubscribeToken } from "../../subscribers/token.ts";
import { issueConfirmToken } from "../../subscribers/timed-link.ts";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());
beforeEach(() => {
  it.pass(60);
  it.notices.length = 0;
});

test("looking changes nothing, whoever looks: people, scanners, HEAD", async () => {
  const id = await it.ask("looked-at@example.org");
  const paths = [
    `/digest/confirm/${await issueConfirmToken(it.service.db, id, it.service.now())}`,
    `/digest/unsubscribe/${unsubscribeToken(SECRET, id)}`,
  ];
  const before = await hashRows(it.service.db);
  for (const path of paths) {
    for (const method of ["GET", "HEAD"])
      expect((await it.app.request(path, { method })).status).toBe(200);
    expect(await (await it.app.request(path)).text()).toMatch(/<form [^>]*method="post"/);
  }
  expect(await hashRows(it.service.db)).toBe(before);
});

test("the button confirms, and a welcome follows once", async () => {
  const id = await it.ask("confirms@example.org");
  const path = `/digest/confirm/${await issueConfirmToken(it.service.db, id, it.service.now())}`;
  it.notices.length = 0;
  for (const status of [200, 200])
    expect((await it.app.request(path, { method: "POST" })).status).toBe(status);
  expect(it.notices).toEqual([{ id, kind: "welcome" }]);
});

test.each([
  [
    "urlencoded",
    { "Content-Type": "application/x-www-form-urlencoded" },
    "List-Unsubscribe=One-Click",
  ],
  [
    "multipart",
    { "Content-Type": "multipart/form-data; boundary=b" },
    '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
  ],
])(
  "one click unsubscribes at once, without cookie or origin (RFC 8058, %s)",
  async (name, headers, body) => {
    const id = await it.ask(`${name}@example.org`);
    const path = `/digest/unsubscribe/${unsubscribeToken(SECRET, id)}`;
    for (let click = 0; click < 2; click += 1) {
      const response = await it.app.request(path, { method: "POST", headers, body });
      expect(response.status).toBe(200);
      expect(response.headers.get("location")).toBeNull();
    }
    expect(
      (
        await it.service.db
          .selectFrom("subscribers")
          .where("id", "=", id)
          .select("status")
          .executeTakeFirst()
      )?.status,
    ).toBe("unsubscribed");
  },
);

test("one click is answered as ever when the subscription has been forgotten, and changes nothing", async () => {
  const path = `/digest/unsubscribe/${unsubscribeToken(SECRET, await it.join("forgotten@example.org"))}`;
  const click = async () => {
    const response = await it.app.request(path, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    return [response.status, await response.text()];
  };
  const first = await click();
  it.pass((RETENTION.ended + 1) * 24 * 60);
  await keepRetention(it.service.db, SECRET, it.service.now());
  const before = await hashRows(it.service.db);
  expect(await click()).toEqual(first);
  expect(await hashRows(it.service.db)).toBe(before);
});

test("wrong, foreign and expired tokens get a plain page that says what to do, and change nothing", async () => {
  const id = await it.ask("tokens@example.org");
  const confirm = await issueConfirmToken(it.service.db, id, it.service.now());
  const before = await hashRows(it.service.db);
  const wrong = ["x", createToken(), unsubscribeToken("another secret", id)];
  for (const token of [...wrong, unsubscribeToken(SECRET, id)]) {
    for (const method of ["GET", "POST"])
      expect((await it.app.request(`/digest/confirm/${token}`, { method })).status).toBe(404);
  }
  for (const token of [...wrong, confirm])
    expect((await it.app.request(`/digest/unsubscribe/${token}`)).status).toBe(404);
  // Of one click nothing is claimed that was not done, whatever the token looks like.
  for (const token of wrong) {
    const click = await it.app.request(`/digest/unsubscribe/${token}`, { method: "POST" });
    expect(click.status).toBe(404);
    expect(await click.text()).toContain("Nothing was changed");
  }
  it.pass(49 * 60);
  const expired = await it.app.request(`/digest/confirm/${confirm}`, { method: "POST" });
  expect(expired.status).toBe(410);
  expect(await expired.text()).toContain("Subscribe again");
  expect(await hashRows(it.service.db)).toBe(before);
});

test("pages with tokens are not cached, not referred from and not indexed", async () => {
  const response = await it.app.request(`/digest/confirm/${createToken()}`);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("x-robots-tag")).toBe("noindex");
});
