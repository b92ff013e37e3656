import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAnswerCache } from "./answer-cache.ts";
import { createClient } from "./http-client.ts";

type Reply = { status: number; body?: string; headers?: Record<string, string> } | "silence";

let folder = "";
let server: Server;
let asked: { url: string; accept: string | undefined; agent: string | undefined }[] = [];
let replies: Reply[] = [];
let waits: number[] = [];
let now = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-client-"));
  [asked, replies, waits, now] = [[], [], [], 1_000_000];
  server = createServer((request, response) => {
    asked.push({
      url: request.url ?? "",
      accept: request.headers.accept,
      agent: request.headers["user-agent"],
    });
    const reply = replies.shift() ?? { status: 500 };
    if (reply === "silence") return;
    response.writeHead(reply.status, reply.headers).end(reply.body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

const portOf = () => (server.address() as AddressInfo).port;
const open = (more: { contact?: string; timeout?: number; base?: string } = {}) =>
  createClient({
    cache: openAnswerCache(join(folder, "cache"), () => now),
    base: more.base ?? `http://127.0.0.1:${portOf()}`,
    wait: async (ms) => void waits.push(ms),
    fetch: (url, init) => fetch(url, init),
    ...more,
  });

test("asks with the form wanted and a contact if there is one, and keeps the answer for as long as is asked", async () => {
  replies = [
    { status: 200, body: "one" },
    { status: 200, body: "two" },
  ];
  const client = open({ contact: "ada@example.org" });
  expect(await client.get("https://doi.org/10.1/x?y=1", "text/plain", 1000)).toEqual({
    kind: "found",
    text: "one",
  });
  expect(asked).toEqual([
    {
      url: "/doi.org/10.1/x?y=1",
      accept: "text/plain",
      agent: "Triptych/0.1 (mailto:ada@example.org)",
    },
  ]);
  now += 1000;
  expect(await client.get("https://doi.org/10.1/x?y=1", "text/plain", 1000)).toEqual({
    kind: "found",
    text: "one",
  });
  now += 1;
  expect(await client.get("https://doi.org/10.1/x?y=1", "text/plain", 1000)).toEqual({
    kind: "found",
    text: "two",
  });
  expect(asked).toHaveLength(2);
});

test("no contact is sent unless it is given, and a broken cache is done without", async () => {
  replies = [
    { status: 200, body: "a" },
    { status: 200, body: "b" },
  ];
  await open().get("https://doi.org/a", "text/plain", 1e9);
  expect(asked[0]?.agent).toBe("Triptych/0.1");
  const [name = ""] = await readdir(join(folder, "cache"));
  await writeFile(join(folder, "cache", name), "{ no json");
  expect(await open().get("https://doi.org/a", "text/plain", 1e9)).toEqual({
    kind: "found",
    text: "b",
  });
});

test("tries again with growing pauses, or those asked for, and then says what was wrong", async () => {
  replies = [
    { status: 503 },
    { status: 429, headers: { "retry-after": "7" } },
    { status: 200, body: "late" },
  ];
  expect(await open().get("https://doi.org/a", "text/plain", 0)).toEqual({
    kind: "found",
    text: "late",
  });
  expect(waits).toEqual([500, 7000]);
  waits = [];
  replies = [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }, { status: 200 }];
  expect(await open().get("https://doi.org/b", "text/plain", 0)).toEqual({
    kind: "refused",
    host: "doi.org",
    reason: "status 500",
  });
  expect(waits).toEqual([500, 1000, 2000]);
  expect(replies).toHaveLength(1);
});

test("who asks to be left alone for longer than anybody waits is not asked again", async () => {
  const later = new Date(Date.now() + 3_600_000).toUTCString();
  for (const wanted of ["90", later]) {
    replies = [{ status: 429, headers: { "retry-after": wanted } }];
    expect(await open().get("https://doi.org/a", "text/plain", 0)).toEqual({
      kind: "refused",
      host: "doi.org",
      reason: expect.stringMatching(/^status 429; it asks to be left alone for \d+ min$/),
    });
  }
  expect(asked).toHaveLength(2);
  expect(waits).toEqual([]);
});

test.each([
  [404, { kind: "absent" }],
  [410, { kind: "absent" }],
  [403, { kind: "refused", host: "doi.org", reason: "status 403" }],
])("status %d is not tried again", async (status, answer) => {
  replies = [{ status }];
  expect(await open().get("https://doi.org/a", "text/plain", 0)).toEqual(answer);
  expect(asked).toHaveLength(1);
});

test("a service that does not answer, and a machine that is not there, are no connection", async () => {
  replies = ["silence", "silence"];
  expect(await open({ timeout: 50 }).get("https://doi.org/a", "text/plain", 0)).toEqual({
    kind: "offline",
    host: "doi.org",
    reason: "no answer in time",
  });
  const port = portOf();
  await new Promise((done) => server.close(done));
  expect(
    await open({ base: `http://127.0.0.1:${port}` }).get("https://doi.org/a", "text/plain", 0),
  ).toEqual({
    kind: "offline",
    host: "doi.org",
    reason: "ECONNREFUSED",
  });
});
