import { Cv } from "@triptych/schema";
import * as fc from "fast-check";
import type { Hono } from "hono";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAddresses } from "../addresses.ts";
import { confirmSubscription, issueConfirmToken } from "../subscriber.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { createToken, unsubscribeToken } from "../token.ts";
import { createApp } from "./app.tsx";

const SECRET = "a secret for tests";
const HEADERS = { "Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff" };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let site: string;
let app: Hono;
let clock = new Date("2026-01-01T12:00:00Z");
const notices: { id: string; kind: string }[] = [];
const lines: object[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  site = await mkdtemp(join(tmpdir(), "triptych-site-"));
  await writeFile(join(site, "index.html"), "<p>home</p>");
  await writeFile(join(site, "404.html"), "<p>lost</p>");
  await writeFile(join(site, "a.css"), "p{color:red}");
  await writeFile(join(site, "a.css.br"), "not really");
  await writeFile(join(tmpdir(), "triptych-outside.txt"), "secret");
  const service = {
    db: database.db,
    name: "Ada Example",
    promise: "Something now and then.",
    secret: SECRET,
    now: () => clock,
    addresses: createAddresses("https://site.example"),
    readCv: () => Promise.resolve(Cv.parse({ profile: { name: "Ada Example" } })),
    enqueueNotice: (id: string, kind: "confirmation" | "welcome") => Promise.resolve(void notices.push({ id, kind })),
  };
  app = createApp({ service, site, headers: HEADERS, mailFolder: undefined, log: (line) => lines.push(line) });
});
afterAll(async () => {
  await database.close();
  await rm(site, { recursive: true });
});
beforeEach(() => {
  clock = new Date(clock.getTime() + 3_600_000);
  notices.length = 0;
});

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
const subscribe = (fields: Record<string, string>) => app.request("/digest/subscribe", form(fields));
/** Everything the database holds about people, to see that nothing changed. */
const snapshot = async () =>
  JSON.stringify([
    await database.db.selectFrom("subscribers").selectAll().orderBy("address").execute(),
    await database.db.selectFrom("tokens").selectAll().orderBy("hash").execute(),
  ]);

async function subscriber(address: string): Promise<string> {
  await subscribe({ email: address });
  return notices.at(-1)?.id ?? "";
}

describe("sign-up", () => {
  test("a new, a pending and a subscribed address get the very same answer", async () => {
    const fresh = await subscribe({ email: "same@example.org" });
    const pending = await subscribe({ email: "same@example.org" });
    await confirmSubscription(database.db, await issueConfirmToken(database.db, notices[0]?.id ?? "", clock), clock);
    const known = await subscribe({ email: "same@example.org" });
    const bodies = await Promise.all([fresh, pending, known].map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect([fresh.status, pending.status, known.status]).toEqual([200, 200, 200]);
    const headers = [fresh, pending, known].map((response) => JSON.stringify([...response.headers].filter(([name]) => name !== "x-request-id")));
    expect(new Set(headers).size).toBe(1);
    expect(notices).toHaveLength(1);
  });

  test.each(["", "nonsense", "a@b", `${"a".repeat(300)}@example.org`, "a@example.org\r\nBcc: b@example.org", "a@example.org\nSubject: x"])(
    "%j gets a clear message, and nothing is stored",
    async (email) => {
      const before = await snapshot();
      const response = await subscribe({ email });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/address/i);
      expect(await snapshot()).toBe(before);
      expect(notices).toEqual([]);
    },
  );

  test("a robot that fills in the hidden field is told what everybody is told", async () => {
    const before = await snapshot();
    const robot = await subscribe({ email: "robot@example.org", website: "http://spam.example" });
    expect(await robot.text()).toBe(await (await subscribe({ email: "person@example.org" })).text());
    expect(notices).toHaveLength(1);
    expect((await snapshot()).includes("robot@")).toBe(before.includes("robot@"));
  });

  test("a body that is too long is refused", async () => {
    expect((await subscribe({ email: "a".repeat(20_000) })).status).toBe(413);
  });
});

describe("links in mails", () => {
  test("looking changes nothing, whoever looks: people, scanners, HEAD", async () => {
    const id = await subscriber("looked-at@example.org");
    const paths = [`/digest/confirm/${await issueConfirmToken(database.db, id, clock)}`, `/digest/unsubscribe/${unsubscribeToken(SECRET, id)}`];
    const before = await snapshot();
    for (const path of paths) {
      for (const method of ["GET", "HEAD"]) expect((await app.request(path, { method })).status).toBe(200);
      expect(await (await app.request(path)).text()).toMatch(/<form [^>]*method="post"/);
    }
    expect(await snapshot()).toBe(before);
  });

  test("the button confirms, and a welcome follows once", async () => {
    const id = await subscriber("confirms@example.org");
    const path = `/digest/confirm/${await issueConfirmToken(database.db, id, clock)}`;
    notices.length = 0;
    for (const status of [200, 200]) expect((await app.request(path, { method: "POST" })).status).toBe(status);
    expect(notices).toEqual([{ id, kind: "welcome" }]);
  });

  test.each([
    ["urlencoded", { "Content-Type": "application/x-www-form-urlencoded" }, "List-Unsubscribe=One-Click"],
    [
      "multipart",
      { "Content-Type": "multipart/form-data; boundary=b" },
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])("one click unsubscribes at once, without cookie or origin (RFC 8058, %s)", async (name, headers, body) => {
    const id = await subscriber(`${name}@example.org`);
    const path = `/digest/unsubscribe/${unsubscribeToken(SECRET, id)}`;
    for (let click = 0; click < 2; click += 1) {
      const response = await app.request(path, { method: "POST", headers, body });
      expect(response.status).toBe(200);
      expect(response.headers.get("location")).toBeNull();
    }
    expect((await database.db.selectFrom("subscribers").where("id", "=", id).select("status").executeTakeFirst())?.status).toBe("unsubscribed");
  });

  test("wrong, foreign and expired tokens get a plain page that says what to do, and change nothing", async () => {
    const id = await subscriber("tokens@example.org");
    const confirm = await issueConfirmToken(database.db, id, clock);
    const before = await snapshot();
    const wrong = ["x", createToken(), unsubscribeToken("another secret", id)];
    for (const token of [...wrong, unsubscribeToken(SECRET, id)]) {
      for (const method of ["GET", "POST"]) expect((await app.request(`/digest/confirm/${token}`, { method })).status).toBe(404);
    }
    for (const token of [...wrong, confirm]) {
      for (const method of ["GET", "POST"]) expect((await app.request(`/digest/unsubscribe/${token}`, { method })).status).toBe(404);
    }
    clock = new Date(clock.getTime() + 49 * 3_600_000);
    const expired = await app.request(`/digest/confirm/${confirm}`, { method: "POST" });
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain("Subscribe again");
    expect(await snapshot()).toBe(before);
  });

  test("pages with tokens are not cached, not referred from and not indexed", async () => {
    const response = await app.request(`/digest/confirm/${createToken()}`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
  });
});

test("the newest edition has an address of its own, which leads to the archive while there is none", async () => {
  const leadsTo = async () => {
    const response = await app.request("/digest/editions/latest");
    expect(response.status).toBe(302);
    return response.headers.get("location");
  };
  expect(await leadsTo()).toBe("/digest/editions");
  const edition = (subject: string) => ({ subject, summary: "1 new paper", html: `<p>${subject}</p>`, text: subject, hash: subject, created_at: clock });
  const made = await database.db
    .insertInto("editions")
    .values([edition("One"), edition("Two")])
    .returning("number")
    .execute();
  expect(await leadsTo()).toBe(`/digest/editions/${Math.max(...made.map(({ number }) => number))}`);
  expect(await (await app.request((await leadsTo()) ?? "")).text()).toBe("<p>Two</p>");
  await database.db.deleteFrom("editions").execute();
});

describe("the site", () => {
  test("is handed out with the seal's headers, packed where that is understood", async () => {
    const home = await app.request("/");
    expect(await home.text()).toBe("<p>home</p>");
    expect(home.headers.get("content-security-policy")).toBe("default-src 'none'");
    const packed = await app.request("/a.css", { headers: { "Accept-Encoding": "br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect((await app.request("/a.css")).headers.get("content-encoding")).toBeNull();
  });

  test.each([
    "/nothing",
    "/../triptych-outside.txt",
    "/..%2ftriptych-outside.txt",
    "/%2e%2e/triptych-outside.txt",
    "/a.css%00",
    "//etc/passwd",
    "/digest/editions/99",
    "/dev/mail",
  ])("%s is not there", async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });
});

test("whatever is sent anywhere, the service answers and never with its own fault", async () => {
  const path = fc.oneof(
    fc.constantFrom("/digest/subscribe", "/digest/confirm/x", "/digest/unsubscribe/x", "/digest/editions/1", "/", "/healthz"),
    fc.webPath().map((part) => `/digest${part}`),
  );
  const type = fc.constantFrom(
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=b",
    "application/json",
    "text/plain; charset=utf-7",
    "",
  );
  await fc.assert(
    fc.asyncProperty(
      path,
      fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD"),
      type,
      fc.uint8Array({ maxLength: 2_000 }),
      async (where, method, contentType, body) => {
        const init = method === "GET" || method === "HEAD" ? { method } : { method, headers: { "Content-Type": contentType }, body: Buffer.from(body) };
        expect((await app.request(where, init)).status).toBeLessThan(500);
      },
    ),
    { numRuns: 300 },
  );
});

test("logs hold neither addresses nor tokens", async () => {
  const id = await subscriber("logged@example.org");
  const token = unsubscribeToken(SECRET, id);
  await app.request(`/digest/unsubscribe/${token}`);
  const text = JSON.stringify(lines);
  expect(lines.length).toBeGreaterThan(10);
  expect(text).not.toContain("logged@");
  expect(text).not.toContain(token);
});
