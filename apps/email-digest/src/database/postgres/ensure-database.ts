import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";
import { connectionTo, findPlace, type Place, USER } from "./place.ts";
import { runProgram } from "./program.ts";
import { initialise, isRunning, START_TIMEOUT_MS, startServer } from "./server.ts";
import { withStartLock } from "./start-lock.ts";

/** A running PostgreSQL of our own. */
export interface EmbeddedDatabase {
  connection: PoolConfig;
  /** Whether this call started the server; otherwise someone else did, and it is theirs to stop. */
  started: boolean;
  stop(): Promise<void>;
}

async function createDatabase(place: Place): Promise<void> {
  const client = new Client(connectionTo(place, "postgres"));
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [USER]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${USER}`).catch((error: unknown) => {
        // Another process may have made it in between: as a duplicate (42P04), or at the very same
        // moment (23505).
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code !== "42P04" && code !== "23505") throw error;
      });
  } finally {
    await client.end();
  }
}

/** How many sessions others hold on the server. */
async function countOthers(place: Place): Promise<number> {
  const client = new Client(connectionTo(place, "postgres"));
  await client.connect();
  try {
    const { rows } = await client.query<{ others: string }>(
      "SELECT count(*) AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return Number(rows[0]?.others ?? 0);
  } finally {
    await client.end();
  }
}

/** Whether others use the server; a session that has just been closed is counted for a moment. */
async function isUsed(place: Place): Promise<boolean> {
  for (let look = 0; look < 10; look += 1) {
    if ((await countOthers(place)) === 0) return false;
    await wait(50);
  }
  return true;
}

/**
 * Stops the server of a folder and waits for it; `false` where none was running, or where others
 * still use it and `force` is not set.
 */
export async function stopDatabase(
  folder: string,
  { force = false, binaries }: { force?: boolean; binaries?: string } = {},
): Promise<boolean> {
  const place = await findPlace(folder, binaries);
  if (!(await isRunning(place))) return false;
  if (!force && (await isUsed(place))) return false;
  await runProgram(
    join(place.bin, "pg_ctl"),
    ["-D", place.data, "-m", "fast", "-w", "stop"],
    place.account,
  );
  return true;
}

/**
 * A PostgreSQL in `folder`, started if nobody has: real, from npm, reached over a socket, shared by
 * all processes of this machine.
 * @param binaries a `bin` folder to use instead of the one from npm
 * @throws DatabaseUnavailable with what to do, where the platform has none
 */
export async function ensureDatabase(folder: string, binaries?: string): Promise<EmbeddedDatabase> {
  const place = await findPlace(folder, binaries);
  const started = await withStartLock(join(folder, "starting"), 2 * START_TIMEOUT_MS, async () => {
    if (await isRunning(place)) return false;
    await initialise(place);
    await startServer(place, join(place.socket, "server.log"));
    return true;
  });
  await createDatabase(place);
  return {
    connection: connectionTo(place, USER),
    started,
    stop: () =>
      stopDatabase(folder, binaries === undefined ? {} : { binaries }).then(() => undefined),
  };
}
