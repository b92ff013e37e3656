import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT, STATE } from "../support/places.ts";
import { JSX, runNode } from "../support/run.ts";
import { type HostileSink, openHostileSink } from "./hostile-sink.ts";
import { planDeliveries } from "./plan-deliveries.ts";
import { createHerd, MAIN } from "./worker-herd.ts";

/**
 * The server is started by one installation and used by another, which knows it only by its
 * address.
 */
const OWNER = join(STATE, "tests", "external-owner");
const USER = join(STATE, "tests", "external-user");
const WORKERS = 4;
const RECIPIENTS = 1_000;
/** Of one worker: its pool and the lock. */
const CONNECTIONS_A_WORKER = 7;

let sink: HostileSink;
const owner = createHerd({ TRIPTYCH_DIR: OWNER, SMTP_URL: "smtp://127.0.0.1:1" });
let workers: ReturnType<typeof createHerd>;
const clients: Client[] = [];

async function connect(socket: string, database: string): Promise<Client> {
  const client = new Client({ host: socket, port: 5432, user: "triptych", database });
  client.on("error", () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

/** The runner ends what waits in vain. */
async function waitUntil<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await wait(100);
  }
}

/** Nothing is answered until each worker has mail out: none of them is early enough to send it all. */
let shareOut = () => {};
const isShared = new Promise<void>((resolve) => (shareOut = resolve));

beforeAll(async () => {
  for (const folder of [OWNER, USER]) await rm(folder, { recursive: true, force: true });
  sink = await openHostileSink({ beforeAnswer: () => isShared.then(() => wait(5)) });
});
afterAll(async () => {
  await workers?.stop();
  for (const client of clients) await client.end();
  await owner.stop();
  await sink.close();
  await runNode([...JSX, MAIN, "db", "stop"], { cwd: ROOT, env: { TRIPTYCH_DIR: OWNER } });
});

test("four workers share one server that is not theirs: everyone gets one mail, and the connections stay within their number", async () => {
  owner.start();
  const folder = join(OWNER, "db");
  const note = (name: string, otherwise: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : otherwise;
  const socketOf = () => note("socket-in", note("moved-to", folder));
  const admin = await waitUntil(() => connect(socketOf(), "triptych"));
  await admin.query("CREATE DATABASE elsewhere");
  workers = createHerd({
    TRIPTYCH_DIR: USER,
    DATABASE_URL: `postgres://triptych@localhost/elsewhere?host=${encodeURIComponent(socketOf())}`,
    SMTP_URL: sink.url,
    MAIL_PER_MINUTE: "0",
    MAIL_PER_MINUTE_AND_DOMAIN: "0",
    // A connection that a busy machine did not greet in time is opened again at once.
    MAIL_RETRY_MINUTES: Array.from({ length: 8 }, () => "0.01").join(","),
  });
  workers.start();
  const client = await waitUntil(() => connect(socketOf(), "elsewhere"));
  await waitUntil(
    async () =>
      (await client.query("SELECT 1 FROM information_schema.tables WHERE table_name = 'rates'"))
        .rows[0],
  );
  for (let more = 1; more < WORKERS; more += 1) workers.start();
  const addresses = Array.from({ length: RECIPIENTS }, (_, index) => `fine-${index}@example.org`);
  const query = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
  await planDeliveries(query, addresses);
  await waitUntil(async () => {
    const [row] = await query(
      "SELECT count(DISTINCT worker)::int AS busy FROM deliveries WHERE state = 'sending'",
      [],
    );
    return row?.["busy"] === WORKERS ? true : undefined;
  });
  shareOut();
  let most = 0;
  await waitUntil(async () => {
    const { rows } = await client.query(
      "SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = 'elsewhere') AS used, (SELECT count(*)::int FROM deliveries WHERE state <> 'accepted') AS rest",
    );
    most = Math.max(most, rows[0]?.used);
    return rows[0]?.rest === 0 ? true : undefined;
  });
  const { rows: keys } = await client.query("SELECT DISTINCT worker FROM deliveries");
  expect(keys).toHaveLength(WORKERS);
  expect(sink.arrivals.size).toBe(RECIPIENTS);
  expect([...sink.arrivals.values()].every((times) => times === 1)).toBe(true);
  expect(most).toBeLessThanOrEqual(WORKERS * CONNECTIONS_A_WORKER + 1);
  expect(workers.ended()).toBe(0);
  // No server of its own was made there; notes of upgrades may lie beside.
  expect(existsSync(join(USER, "db", "data"))).toBe(false);
});
