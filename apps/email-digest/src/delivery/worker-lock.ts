import { randomInt } from "node:crypto";
import { Client, type PoolConfig } from "pg";

/** First number of the advisory locks that senders hold while they live. */
export const WORKER_LOCKS = 7_320_002;

/**
 * A process that may send: its lock lives as long as its connection, so everybody can tell whether
 * it does.
 */
export interface WorkerLock {
  key: number;
  /** `false` once the lock is lost; what was taken under the key then belongs to nobody. */
  isAlive(): boolean;
  close(): Promise<void>;
}

/** Takes the advisory lock of a new key on a connection of its own. */
export async function takeWorkerLock(connection: PoolConfig): Promise<WorkerLock> {
  const client = new Client({ ...connection, keepAlive: true });
  let isAlive = true;
  client.on("error", () => (isAlive = false));
  client.on("end", () => (isAlive = false));
  await client.connect();
  for (;;) {
    const key = randomInt(1, 2 ** 31);
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1, $2) AS taken",
      [WORKER_LOCKS, key],
    );
    if (rows[0]?.taken === true)
      return { key, isAlive: () => isAlive, close: () => client.end().catch(() => undefined) };
  }
}
