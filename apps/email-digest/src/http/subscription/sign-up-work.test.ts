import * as crypto from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createNonce } from "../../subscribers/sign-up/nonce.ts";
import { suppressAddress } from "../../subscribers/suppression.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";

// Every hash counts: they are what takes time besides the database.
vi.mock("node:crypto", async (load) => {
  const real = await load<typeof crypto>();
  return { ...real, createHmac: vi.fn(real.createHmac), createHash: vi.fn(real.createHash) };
});

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
  await it.join("known@example.org");
  await it.ask("asked@example.org");
  const { db, secret, now } = it.service;
  await suppressAddress(db, secret, "complained@example.org", "complaint", now());
});
afterAll(() => it.close());

/** A statement as it was sent, without its values. */
const textOf = (query: unknown): string =>
  typeof query === "string"
    ? query
    : typeof query === "object" && query !== null && "text" in query
      ? String(query.text)
      : "something else";

/** Everything that is done between a form and its answer, in order. */
async function traceWork(path: string, fields: Record<string, string>): Promise<string[]> {
  const steps: string[] = [];
  const queries = vi.spyOn(Client.prototype, "query");
  const filings = vi.spyOn(it.service, "enqueueSignUp");
  const [hmac, hash] = [vi.mocked(crypto.createHmac), vi.mocked(crypto.createHash)];
  hmac.mockClear();
  hash.mockClear();
  try {
    const response = await it.post(path, fields);
    steps.push(`answered ${response.status} with ${(await response.arrayBuffer()).byteLength}`);
    steps.push(...queries.mock.calls.map(([query]) => textOf(query)));
    steps.push(`${hmac.mock.calls.length} keyed hashes, ${hash.mock.calls.length} plain ones`);
    steps.push(`${filings.mock.calls.length} filed`);
    return steps;
  } finally {
    queries.mockRestore();
    filings.mockRestore();
  }
}

test.each(["/digest/subscribe", "/digest/manage"])(
  "%s does the same work, statement by statement, whatever is known about an address",
  async (path) => {
    const unknown = await traceWork(path, { email: "stranger@example.org" });
    expect(unknown.filter((step) => /insert into "sign_ups"/i.test(step))).toHaveLength(1);
    expect(unknown).toContainEqual(expect.stringMatching(/^[1-9]\d* keyed hashes/));
    expect(unknown).toContain("1 filed");
    for (const email of ["known@example.org", "asked@example.org", "complained@example.org"])
      expect(await traceWork(path, { email }), email).toEqual(unknown);
  },
);

test("a statement more would be seen", async () => {
  const { secret, now } = it.service;
  const nonce = createNonce(secret, now());
  it.pass(1);
  const email = "stranger@example.org";
  const [without, withNonce] = [
    await traceWork("/digest/subscribe", { email }),
    await traceWork("/digest/subscribe", { email, nonce }),
  ];
  expect(withNonce.length).toBe(without.length + 1);
});
