import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { observeDatabase } from "../../digest/observed-database.ts";
import { MAIN } from "../../digest/worker-herd.ts";
import { ROOT } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";
import { watchMemory } from "../web/process-memory.ts";
import { readCpuSeconds } from "./process-cpu.ts";
import type { SampleMail } from "./sample-mail.ts";
import type { Sink } from "./sink.ts";

export interface Measured {
  /** Mails a second, from the first arrival to the last. */
  rate: number;
  /** Peak resident bytes of the largest worker. */
  peakBytes: number;
  /** Processor seconds of all workers, and of the database. */
  workerCpu: number;
  databaseCpu: number;
}

export interface MeasuredService {
  /** Sends the sample to so many through so many worker processes. */
  send(sink: Sink, recipients: number, workers: number): Promise<Measured>;
  close(): Promise<void>;
}

/** Until workers have started; what is due before that would be sent by the first one alone. */
const WARM_UP_MS = 12_000;

/** The service with a database of its own, driven through its command line. */
export async function openService(
  folder: string,
  mail: SampleMail,
  connections: number,
): Promise<MeasuredService> {
  await rm(folder, { recursive: true, force: true });
  const database = observeDatabase(join(folder, "db"));

  const startWorker = (smtp: string): ChildProcess =>
    spawn(process.execPath, [...JSX, MAIN, "worker"], {
      cwd: ROOT,
      env: {
        ...process.env,
        TRIPTYCH_DIR: folder,
        SMTP_URL: smtp,
        SITE_URL: "https://example.org",
        MAIL_FROM: "digest@example.org",
        MAIL_CONNECTIONS: String(connections),
        // High enough never to bind, so that the limits' own work is in the measurement.
        MAIL_PER_MINUTE: "100000000",
        MAIL_PER_MINUTE_AND_DOMAIN: "100000000",
      },
      stdio: ["ignore", "ignore", "inherit"],
    });

  const plan = async (recipients: number) => {
    await database.query("TRUNCATE deliveries, editions, announcements, subscribers CASCADE");
    await database.query(
      `INSERT INTO subscribers (address, status, unsubscribe_hash, consent_text, consent_at)
       SELECT 'person' || i || '@domain' || i % 50 || '.example', 'confirmed', i::text, 'c', now() FROM generate_series(1, $1::int) AS i`,
      [recipients],
    );
    await database.query(
      `WITH edition AS (INSERT INTO editions (subject, summary, html, text, hash, created_at, recipients)
                        VALUES ($1, 's', $2, $3, 'x', now(), $4) RETURNING number)
       INSERT INTO deliveries (edition, subscriber_id, state, message_id, due_at, route)
       SELECT number, id, 'planned', '<' || replace(id::text, '-', '') || '@example.org>', now() + $5 * interval '1 millisecond', split_part(address, '@', 2)
         FROM edition, subscribers`,
      [mail.subject, mail.html, mail.text, recipients, WARM_UP_MS],
    );
  };

  return {
    send: async (sink, recipients, workers) => {
      const first = startWorker(sink.url);
      // The first start of all makes the tables.
      await database.query("SELECT recipients FROM editions LIMIT 1");
      await plan(recipients);
      const all = [first, ...Array.from({ length: workers - 1 }, () => startWorker(sink.url))];
      const watches = all.map((worker) => watchMemory(worker.pid ?? 0));
      // What the last ones need to start is not the mails' work.
      await wait(WARM_UP_MS / 2);
      const readCpu = () => ({
        workers: all.reduce((sum, worker) => sum + readCpuSeconds(worker.pid ?? 0), 0),
        server: readCpuSeconds(database.serverPid()),
      });
      const before = readCpu();
      const { span } = await sink.waitFor(recipients);
      while (
        (
          await database.query<{ left: string }>(
            "SELECT count(*) AS left FROM deliveries WHERE state <> 'accepted'",
          )
        )[0]?.left !== "0"
      )
        await wait(100);
      const after = readCpu();
      const peakBytes = Math.max(...watches.map((end) => end()));
      for (const worker of all) worker.kill("SIGTERM");
      await Promise.all(
        all.map((worker) => new Promise((resolve) => worker.once("exit", resolve))),
      );
      return {
        rate: ((recipients - 1) * 1_000) / span,
        peakBytes,
        workerCpu: after.workers - before.workers,
        databaseCpu: after.server - before.server,
      };
    },
    close: async () => {
      await database.close();
      await runNode([...JSX, MAIN, "db", "stop"], { cwd: ROOT, env: { TRIPTYCH_DIR: folder } });
    },
  };
}
