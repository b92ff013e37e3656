import { setTimeout as wait } from "node:timers/promises";
import type { PostgresPool } from "kysely";
import { Pool, type PoolClient, type PoolConfig } from "pg";
import { isOutage } from "./outage.ts";

/**
 * How long a connection is tried for: a server of ours needs a second or two to recover, and whose
 * server it is not, cannot help it.
 */
const PATIENCE_MS = { ours: 15_000, theirs: 3_000 };
const FIRST_PAUSE_MS = 50;

export interface HealingPool extends PostgresPool {
  connect(): Promise<PoolClient>;
}

/**
 * A pool that waits for a server which is coming back. A query under way when the server goes still
 * fails; only who asked for it knows whether it may be repeated.
 * @param revive starts the server again, where it is ours to start
 */
export function openHealingPool(
  config: PoolConfig,
  revive: (() => Promise<void>) | undefined,
): HealingPool {
  const pool = new Pool(config);
  // An idle connection that the server drops is replaced at the next query; without a listener it
  // would end the process.
  pool.on("error", () => undefined);
  // A message may leave only after its row says so on disk, whatever the server's default is.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    client.query("SET synchronous_commit = on").catch(() => undefined);
  });
  const connect = async (): Promise<PoolClient> => {
    const deadline = Date.now() + (revive === undefined ? PATIENCE_MS.theirs : PATIENCE_MS.ours);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, 1_000)) {
      try {
        return await pool.connect();
      } catch (error) {
        if (!isOutage(error) || Date.now() > deadline) throw error;
        await revive?.();
        await wait(pause);
      }
    }
  };
  return { options: pool.options, connect, end: () => pool.end() };
}
