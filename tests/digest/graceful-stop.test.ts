import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT, STATE } from "../support/places.ts";
import { JSX, runNode } from "../support/run.ts";
import { type HostileSink, openHostileSink } from "./hostile-sink.ts";
import { observeDatabase } from "./observed-database.ts";
import { planDeliveries } from "./plan-deliveries.ts";
import { createHerd, MAIN, type WorkerHerd } from "./worker-herd.ts";

const FOLDER = join(STATE, "tests", "graceful");
/** Longer than a process needs to end that does not wait for the reply. */
const ANSWER_MS = 2_000;
let askToStop = () => {};
const isAskedToStop = new Promise<void>((resolve) => (askToStop = resolve));

const database = observeDatabase(join(FOLDER, "db"));
let sink: HostileSink;
let herd: WorkerHerd;
beforeAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  sink = await openHostileSink({ beforeAnswer: () => isAskedToStop.then(() => wait(ANSWER_MS)) });
  herd = createHerd({ TRIPTYCH_DIR: FOLDER, SMTP_URL: sink.url });
});
afterAll(async () => {
  herd.killAll();
  await database.close();
  await sink.close();
  await runNode([...JSX, MAIN, "db", "stop"], { cwd: ROOT, env: { TRIPTYCH_DIR: FOLDER } });
});

test("SIGTERM waits for the reply to messages that are out: all of them are accepted, and none is unknown", async () => {
  herd.start();
  await database.query("SELECT recipients FROM editions LIMIT 1");
  await planDeliveries(
    database.query,
    Array.from({ length: 60 }, (_, index) => `fine-${index}@example.org`),
  );
  while (sink.arrivals.size === 0) await wait(20);
  const stopped = herd.stop();
  askToStop();
  expect(await stopped).toEqual([0]);
  const rows = await database.query<{ state: string; count: number }>(
    "SELECT state, count(*)::int AS count FROM deliveries GROUP BY state",
  );
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  expect(counts).toEqual({ accepted: sink.arrivals.size, planned: 60 - sink.arrivals.size });
  expect(sink.arrivals.size).toBeLessThan(60);
});
