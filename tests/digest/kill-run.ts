import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "../support/places.ts";
import { JSX, runNode } from "../support/run.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type HostileSink, openHostileSink, type Temper } from "./hostile-sink.ts";
import { judgeDelivery, type LedgerRow } from "./judge-delivery.ts";
import { observeDatabase, type ObservedDatabase } from "./observed-database.ts";
import { planDeliveries } from "./plan-deliveries.ts";
import { createHerd, MAIN, type WorkerHerd } from "./worker-herd.ts";

export const VICTIMS = ["worker", "server", "session", "worker and server"] as const;
export type Victim = (typeof VICTIMS)[number];

export interface KillRunOptions {
  /** State folder of the service; emptied first. */
  folder: string;
  recipients: number;
  kills: number;
  workers: number;
  seed: number;
  say?: (line: string) => void;
}

export interface KillRun {
  /** How often each was killed. */
  killed: Record<Victim, number>;
  /** Kills at which mails were still to be sent. */
  killsUnderWay: number;
  states: Record<string, number>;
  /** Messages that arrived although the ledger calls them unknown, and that did not. */
  unknownArrived: number;
  unknownLost: number;
  /**
   * Messages called unknown because the mail server dropped the line on purpose; the others are due
   * to kills.
   */
  unknownDropped: number;
  /** Disagreements of ledger and sink, and equations that did not hold. */
  faults: string[];
  exitCodes: (number | null)[];
  /** Workers that ended by themselves and were started again. */
  ended: number;
  seconds: number;
  /** Version of the database server. */
  postgres: string;
}

const EVERYTHING_WITHIN_MS = 600_000;

/** One in six is treated badly in one of the ways. */
function temperAt(random: () => number): Temper {
  const bad = ["busy", "full", "gone", "spam", "mute", "lost"] as const;
  return bad[Math.floor(random() * 36)] ?? "fine";
}

function victimAt(random: () => number): Victim {
  const value = random();
  if (value < 0.5) return "worker";
  if (value < 0.75) return "server";
  return value < 0.9 ? "session" : "worker and server";
}

/** The equation of each edition that does not hold; `settled` is what needs no more work. */
async function checkEquation(
  database: ObservedDatabase,
): Promise<{ states: Record<string, number>; fault: string | undefined; isDone: boolean }> {
  const rows = await database.query<{
    state: string;
    count: string;
    recipients: number;
    erased: number;
  }>(
    "SELECT state, count(*), recipients, erased FROM deliveries JOIN editions ON number = edition GROUP BY state, recipients, erased",
  );
  const states = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  const sum = Object.values(states).reduce((total, count) => total + count, 0);
  const { recipients, erased } = rows[0] ?? { recipients: 0, erased: 0 };
  const fault =
    sum + erased === recipients
      ? undefined
      : `${JSON.stringify(states)} do not add up to ${recipients}`;
  return { states, fault, isDone: (states.planned ?? 0) + (states.sending ?? 0) === 0 };
}

async function kill(
  victim: Victim,
  herd: WorkerHerd,
  database: ObservedDatabase,
  random: () => number,
): Promise<void> {
  if (victim === "session") await database.killSession(random);
  if (victim.includes("server")) await database.killServer();
  if (victim.includes("worker")) herd.killOne(random);
}

async function readLedger(database: ObservedDatabase): Promise<LedgerRow[]> {
  return database.query<LedgerRow & { [key: string]: unknown }>(
    `SELECT message_id AS "messageId", address, state, resends FROM deliveries JOIN subscribers ON id = subscriber_id`,
  );
}

async function killAll(
  options: KillRunOptions,
  herd: WorkerHerd,
  database: ObservedDatabase,
  sink: HostileSink,
): Promise<Omit<KillRun, "seconds">> {
  const { recipients, kills, workers, seed, say = () => undefined } = options;
  const random = seededRandom(seed);
  herd.start();
  await database.query("SELECT recipients FROM editions LIMIT 1");
  const addresses = Array.from(
    { length: recipients },
    (_, index) => `${temperAt(random)}-${index}@example.org`,
  );
  await planDeliveries(database.query, addresses);
  for (let more = 1; more < workers; more += 1) herd.start();

  const killed: Record<Victim, number> = {
    worker: 0,
    server: 0,
    session: 0,
    "worker and server": 0,
  };
  const faults: string[] = [];
  let killsUnderWay = 0;
  const step = Math.max(1, Math.floor((recipients * 0.7) / kills));
  for (let count = 0; count < kills; count += 1) {
    const goal = sink.arrivals.size + step;
    const patience = Date.now() + 5_000;
    while (sink.arrivals.size < goal && Date.now() < patience) await wait(5);
    await wait(random() * 60);
    const victim = victimAt(random);
    await kill(victim, herd, database, random);
    killed[victim] += 1;
    const { states, fault, isDone } = await checkEquation(database);
    if (fault !== undefined) faults.push(`after kill ${count + 1} (${victim}): ${fault}`);
    if (!isDone) killsUnderWay += 1;
    say(`kill ${count + 1} of ${kills}: ${victim}; ${JSON.stringify(states)}`);
  }

  const deadline = Date.now() + EVERYTHING_WITHIN_MS;
  while (!(await checkEquation(database)).isDone && Date.now() < deadline) await wait(200);
  const { states, fault } = await checkEquation(database);
  if (fault !== undefined) faults.push(`at the end: ${fault}`);
  const ledger = await readLedger(database);
  const arrived = ({ state, messageId }: LedgerRow) =>
    state === "unknown" && sink.arrivals.has(messageId);
  const ended = herd.ended();
  const [version] = await database.query<{ server_version: string }>("SHOW server_version");
  return {
    postgres: version?.server_version ?? "unknown",
    killed,
    killsUnderWay,
    states,
    unknownArrived: ledger.filter(arrived).length,
    unknownDropped: ledger.filter(
      ({ state, address }) => state === "unknown" && /^(mute|lost)-/.test(address),
    ).length,
    unknownLost: (states.unknown ?? 0) - ledger.filter(arrived).length,
    faults: [...faults, ...judgeDelivery(ledger, sink)],
    exitCodes: await herd.stop(),
    ended,
  };
}

/**
 * Sends to many through several workers, kills workers and database at seeded moments, and holds
 * the ledger against an independent mail server: after each kill the states must add up, and at the
 * end every row must be what the server saw (see `judgeDelivery`).
 */
export async function runKills(options: KillRunOptions): Promise<KillRun> {
  const { folder, seed } = options;
  await rm(folder, { recursive: true, force: true });
  const answers = seededRandom(seed + 1);
  const sink = await openHostileSink({ beforeAnswer: () => wait(5 + answers() * 30) });
  const env = {
    TRIPTYCH_DIR: folder,
    SMTP_URL: sink.url,
    SITE_URL: "http://localhost",
    MAIL_PER_MINUTE: "0",
    MAIL_PER_MINUTE_AND_DOMAIN: "0",
    MAIL_RETRY_MINUTES: Array.from({ length: 8 }, () => "0.01").join(","),
  };
  const herd = createHerd(env);
  const database = observeDatabase(join(folder, "db"));
  const since = performance.now();
  try {
    const run = await killAll(options, herd, database, sink);
    return { ...run, seconds: (performance.now() - since) / 1_000 };
  } finally {
    herd.killAll();
    await database.close();
    await sink.close();
    await runNode([...JSX, MAIN, "db", "stop"], { cwd: ROOT, env });
  }
}
