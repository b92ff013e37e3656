import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeWorkerLock } from "../delivery/worker-lock.ts";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const TOKEN = "a token for numbers";
let it: TestApp;

beforeAll(async () => {
  it = await openTestApp({ metricsToken: TOKEN });
});
afterAll(() => it.close());

const ask = async (app: TestApp["app"], path: string, token?: string) => {
  const headers: Record<string, string> =
    token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await app.request(path, { headers });
  return { status: response.status, text: await response.text() };
};

test("a service is ready while a worker lives, wherever that runs", async () => {
  expect(await ask(it.app, "/readyz")).toEqual({ status: 503, text: "no worker runs\n" });
  const lock = await takeWorkerLock({ connectionString: it.url });
  expect(await ask(it.app, "/readyz")).toEqual({ status: 200, text: "ready\n" });
  await lock.close();
  await expect.poll(async () => (await ask(it.app, "/readyz")).status).toBe(503);
  expect(await ask(it.app, "/healthz")).toEqual({ status: 200, text: "ok\n" });
});

describe("numbers", () => {
  test("say what stands in the ledger and which alarms hold, and no address", async () => {
    const { db, now } = it.service;
    const { number } = await storeSampleEdition(db, ["accepted", "unknown", "unknown"], now());
    const held = { held_at: now(), held_reason: "Why." };
    await db.updateTable("editions").set(held).where("number", "=", number).execute();
    const { status, text } = await ask(it.app, "/metrics", TOKEN);
    expect(status).toBe(200);
    expect(text.split("\n")).toEqual(
      expect.arrayContaining([
        "# TYPE triptych_alarms gauge",
        'triptych_alarms{kind="held"} 1',
        'triptych_alarms{kind="unknown"} 1',
        'triptych_alarms{kind="waiting"} 0',
        'triptych_deliveries{state="accepted"} 1',
        'triptych_deliveries{state="unknown"} 2',
        "triptych_workers 0",
      ]),
    );
    expect(text).toMatch(/^(#.*|triptych_\w+(\{\w+="[^"]*"\})? \d+(\.\d+)?|)(\n|$)/m);
    expect(text).not.toContain("@");
  });

  test("are for whoever knows the token, and without one for this machine only", async () => {
    for (const token of [undefined, "", "another token", `${TOKEN}x`])
      expect((await ask(it.app, "/metrics", token)).status).toBe(401);
    for (const [showsMail, status] of [
      [true, 200],
      [false, 404],
    ] as const) {
      const other = await openTestApp({ showsMail });
      expect((await ask(other.app, "/metrics")).status).toBe(status);
      await other.close();
    }
  });
});
