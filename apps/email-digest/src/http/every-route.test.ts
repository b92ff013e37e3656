import { Cv, type CvInput } from "@triptych/schema";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEdition } from "../editions/create-edition.ts";
import { takeWorkerLock, type WorkerLock } from "../delivery/worker-lock.ts";
import { hashRows } from "../testing/row-hash.ts";
import { EMPTY_JOURNAL } from "../testing/empty-journal.ts";
import { openTestApp, SITE_HEADERS, type TestApp } from "../testing/test-app.ts";
import { SECRET } from "../testing/test-service.ts";
import { unsubscribeToken } from "../subscribers/token.ts";
import { storeBaseline } from "../editions/announcements.ts";
import { issueConfirmToken, issueManageToken } from "../subscribers/timed-link.ts";

const work = (id: string): NonNullable<CvInput["publications"]>[number] => ({
  id,
  title: `Title of ${id}`,
  authors: ["Ada Example"],
  appearances: [{ kind: "preprint", date: "2026" }],
  topics: ["Hats"],
});
const cv = Cv.parse({ profile: { name: "Ada Example" }, publications: [work("one"), work("two")] });

let it: TestApp;
let worker: WorkerLock;
/** Values for the parameters of routes: those that lead somewhere. */
let known: Record<string, string[]>;

beforeAll(async () => {
  it = await openTestApp({ cv });
  const { db, now } = it.service;
  await storeBaseline(
    db,
    Cv.parse({ profile: { name: "Ada Example" }, publications: [work("one")] }),
  );
  const pending = await it.ask("pending@example.org");
  const reader = await it.join("reader@example.org");
  it.pass(1);
  const render = () => Promise.resolve({ subject: "s", html: "<p>h</p>", text: "t" });
  await createEdition({
    db,
    journal: EMPTY_JOURNAL,
    cv,
    domain: "x.example",
    now: now(),
    render,
    enqueue: () => Promise.resolve(),
  });
  worker = await takeWorkerLock({ connectionString: it.url });
  known = {
    token: [
      await issueConfirmToken(db, pending, now()),
      await issueManageToken(db, reader, now()),
      unsubscribeToken(SECRET, reader),
    ],
    number: ["1"],
    tailored: ["0123456789abcdef"],
  };
});
afterAll(async () => {
  await worker.close();
  await it.close();
});

/** Paths of all routes of the service, as they are declared. */
const patterns = () =>
  [
    ...new Set(it.app.routes.map(({ path }) => path.replaceAll(/\{(?:[^{}]|\{[^}]*\})*\}/g, ""))),
  ].filter((path) => !path.includes("*") && !path.endsWith("/"));

const fill = (pattern: string, values: (name: string) => string) =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => values(name));

test("the list of routes is the whole service", () => {
  expect(patterns()).toEqual(
    expect.arrayContaining([
      "/healthz",
      "/readyz",
      "/privacy",
      "/digest/subscribe",
      "/digest/manage",
      "/digest/confirm/:token",
      "/digest/unsubscribe/:token",
      "/digest/manage/:token",
      "/digest/manage/:token/erase",
      "/digest/editions/:number",
      "/digest/next",
    ]),
  );
});

test("GET and HEAD change no row, whatever the route and the token, and no answer lacks the site's headers", async () => {
  const before = await hashRows(it.service.db);
  const seen = new Set<number>();
  for (const pattern of patterns()) {
    for (const index of [0, 1, 2]) {
      const path = fill(pattern, (name) => known[name]?.[index] ?? known[name]?.[0] ?? "x");
      for (const method of ["GET", "HEAD"]) {
        const response = await it.app.request(path, { method });
        seen.add(response.status);
        expect(response.status, path).toBeLessThan(500);
        for (const name of Object.keys(SITE_HEADERS))
          expect(response.headers.has(name), `${path} ${name}`).toBe(true);
        expect(response.headers.get("x-request-id"), path).toMatch(/^[0-9a-f-]{36}$/);
      }
    }
  }
  expect(seen).toEqual(new Set([200, 302, 404]));
  expect(await hashRows(it.service.db)).toBe(before);
});

test("every route is found with a slash at its end, by whatever method, and keeps what is asked", async () => {
  // The one address that the site keeps to itself is none of them.
  for (const pattern of patterns().filter((path) => path !== "/_headers")) {
    const path = fill(pattern, (name) => known[name]?.[0] ?? "x");
    for (const method of ["GET", "POST"]) {
      const response = await it.app.request(`${path}/?topic=Hats`, { method });
      expect([response.status, response.headers.get("location")], `${method} ${path}`).toEqual([
        308,
        `${path}?topic=Hats`,
      ]);
    }
  }
  expect((await it.app.request("/digest/nothing/")).status).toBe(404);
});

/** What a program might put where a word is expected. */
const junk = fc.oneof(
  fc.constantFrom(
    "",
    "%00",
    "%E0%A4%A",
    "%",
    "..%2f..",
    "\u{1f600}",
    "0",
    "-1",
    "1e309",
    "__proto__",
    "a".repeat(3_000),
    "%C0%AE",
    "null",
    "1;DROP TABLE subscribers",
  ),
  fc.string({ unit: "binary", maxLength: 60 }).map(encodeURIComponentSafely),
  fc.webPath(),
);

function encodeURIComponentSafely(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return "%ED%A0%80";
  }
}

const body = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(Buffer.alloc(300_000, "email=a")),
  fc.constant(
    Buffer.from("email=%ff%fe&email=a%00b@example.org&topic=%C0&frequency[]=x", "latin1"),
  ),
  fc.constant(
    Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="email"; filename="x"\r\nContent-Type: text/html\r\n\r\n\xff\xfe\r\n--b--',
      "latin1",
    ),
  ),
  fc.constant(
    Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b',
      "latin1",
    ),
  ),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          "email",
          "nonce",
          "website",
          "form",
          "frequency",
          "scope",
          "topic",
          "__proto__",
        ),
        fc.string(),
      ),
    )
    .map((pairs) => {
      const form = new URLSearchParams();
      for (const [name, value] of pairs) form.append(name, value.toWellFormed());
      return Buffer.from(form.toString());
    }),
);

const header = fc.record(
  {
    "Content-Type": fc.constantFrom(
      "application/x-www-form-urlencoded",
      "application/x-www-form-urlencoded; charset=utf-16",
      "application/x-www-form-urlencoded; charset=nonsense",
      "multipart/form-data",
      "multipart/form-data; boundary=b",
      'multipart/form-data; boundary="',
      "application/json",
      "text/plain; charset=utf-7",
      "",
    ),
    "Content-Encoding": fc.constantFrom("gzip", "br", "identity", "nonsense"),
    "Content-Length": fc.constantFrom("0", "5", "99999999", "-1", "x"),
    "X-Forwarded-For": fc.constantFrom(
      "",
      "nonsense",
      "1.2.3.4, 5.6.7.8",
      "::::",
      "1.2.3.4".repeat(500),
    ),
    "Accept-Encoding": fc.constantFrom("br", "gzip;q=0", "*;q=1", "%"),
    "If-None-Match": fc.constantFrom('"x"', "*", "W/"),
    Range: fc.constantFrom("bytes=0-", "bytes=9999999999-", "bytes=-0,1-2", "lines=1"),
  },
  { requiredKeys: [] },
);

test("whatever is sent to any route, the service answers and never with its own fault", async () => {
  const where = fc.tuple(fc.nat(), junk, fc.boolean(), fc.option(junk));
  await fc.assert(
    fc.asyncProperty(
      where,
      fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"),
      header,
      body,
      async ([pick, word, isKnown, query], method, headers, bytes) => {
        const all = [...patterns(), "/", "/digest", "/digest/x"];
        const pattern = all[pick % all.length] ?? "/";
        const path = fill(pattern, (name) =>
          isKnown && name !== "token"
            ? (known[name]?.[0] ?? "x")
            : word.replaceAll(/[?#/]/g, "") || "x",
        );
        const address = `${path}${query === null ? "" : `?topic=${query}&frequency=${query}&scope=some`}`;
        const init =
          method === "GET" || method === "HEAD"
            ? { method, headers }
            : { method, headers, body: bytes };
        const response = await it.app.request(address, init);
        expect(response.status, `${method} ${address}`).toBeLessThan(500);
        await response.arrayBuffer();
      },
    ),
    { numRuns: 1_500 },
  );
}, 120_000);

test("a network that asks too often is put off, other networks are not, and address forms keep their one answer", async () => {
  const few = await openTestApp({ requestsAMinute: 3 });
  const ask = async (network: string, path = "/digest/editions") =>
    few.app.request(
      path,
      { headers: { "X-Forwarded-For": network } },
      { incoming: { socket: { remoteAddress: "127.0.0.1" } } },
    );
  const statuses = [];
  for (let index = 0; index < 5; index += 1) statuses.push((await ask("198.51.100.7")).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect((await ask("198.51.100.7", "/privacy")).status).toBe(429);
  expect((await ask("203.0.113.7")).status).toBe(200);
  const answers = new Set<string>();
  for (let index = 0; index < 6; index += 1)
    answers.add(
      await (await few.post("/digest/subscribe", { email: `p${index}@h${index}.example` })).text(),
    );
  expect(answers.size).toBe(1);
  expect(await few.settle()).toHaveLength(3);
  few.pass(1);
  expect((await ask("198.51.100.7")).status).toBe(200);
  await few.close();
});
