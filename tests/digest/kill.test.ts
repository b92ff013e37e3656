import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { Client } from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { ROOT, STATE } from "../support/places.ts";
import { JSX, runNode } from "../support/run.ts";

const MAIN = join(ROOT, "apps/email-digest/src/main.ts");
const FOLDER = join(STATE, "tests", "kill");
const RECIPIENTS = 400;
const KILLS = 6;
/** Milliseconds the mail server takes to answer a message: the window in which a kill hurts. */
const ANSWER_MS = 25;

const workers = new Set<ChildProcess>();
const arrivals = new Map<string, number>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData: (stream, _session, done) => {
    let text = "";
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    stream.on("end", () => {
      const id = /^Message-ID: (<[^>]+>)/im.exec(text)?.[1] ?? "none";
      arrivals.set(id, (arrivals.get(id) ?? 0) + 1);
      setTimeout(done, ANSWER_MS);
    });
  },
});
// A client that is killed resets its connection; without a listener the oracle would die with it.
server.on("error", () => undefined);

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await runNode([...JSX, MAIN, "db", "stop"], { cwd: ROOT, env: { TRIPTYCH_DIR: FOLDER } });
});

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function countStates(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ state: string; count: string }>("SELECT state, count(*) FROM deliveries GROUP BY state");
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

test(`after ${KILLS} SIGKILLs on workers nothing arrives twice, nothing is lost unlabelled, and the states add up each time`, async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const env = {
    TRIPTYCH_DIR: FOLDER,
    SMTP_URL: `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    PUBLIC_URL: "http://localhost",
  };
  const start = () => {
    const worker = spawn(process.execPath, [...JSX, MAIN, "worker"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env },
      stdio: "ignore",
    });
    workers.add(worker);
    return worker;
  };

  // The first worker sets up database and tables, and holds the server while others come and go.
  let victim = start();
  const client = await connect();
  await client.query("INSERT INTO editions (subject, summary, html, text, hash, created_at) VALUES ('s', 's', '<p>h</p>', 't', 'x', now())");
  const ids = Array.from({ length: RECIPIENTS }, () => randomUUID());
  await client.query(
    "INSERT INTO subscribers (id, address, status, unsubscribe_hash, consent_text, consent_at) SELECT id, id || '@example.org', 'confirmed', id::text, 'c', now() FROM unnest($1::uuid[]) AS id",
    [ids],
  );
  await client.query(
    "INSERT INTO deliveries (edition, subscriber_id, state, message_id, due_at) SELECT 1, id, 'planned', '<' || replace(id::text, '-', '') || '@x.example>', now() FROM unnest($1::uuid[]) AS id",
    [ids],
  );

  const steady = start();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = arrivals.size;
    while (arrivals.size < before + 15 && arrivals.size < RECIPIENTS) await wait(10);
    await wait(Math.random() * 60);
    victim.kill("SIGKILL");
    workers.delete(victim);
    expect(sum(await countStates(client))).toBe(RECIPIENTS);
    victim = start();
  }

  const deadline = Date.now() + 90_000;
  for (;;) {
    const { planned = 0, sending = 0 } = await countStates(client);
    if (planned + sending === 0) break;
    if (Date.now() > deadline) throw new Error(`not finished: ${JSON.stringify(await countStates(client))}`);
    await wait(250);
  }
  const counts = await countStates(client);
  expect(sum(counts)).toBe(RECIPIENTS);
  const { rows } = await client.query<{ state: string; message_id: string }>("SELECT state, message_id FROM deliveries");
  for (const { state, message_id } of rows) {
    const times = arrivals.get(message_id) ?? 0;
    if (state === "accepted") expect(times, `${message_id} is accepted`).toBe(1);
    else if (state === "unknown") expect(times, `${message_id} is unknown`).toBeLessThanOrEqual(1);
    else expect.fail(`${message_id} is ${state}`);
  }
  expect(counts.accepted).toBeGreaterThan(RECIPIENTS - KILLS * 6);
  steady.kill("SIGTERM");
  victim.kill("SIGTERM");
  await client.end();
});

/** Waits until the first worker has made the tables. */
async function connect(): Promise<Client> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new Client({ host: join(FOLDER, "db"), port: 5432, user: "triptych", database: "triptych" });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT 1 FROM deliveries LIMIT 1");
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline) throw error;
      await wait(200);
    }
  }
}
