import { sql } from "kysely";
import type { OpenDatabase } from "../database/open-database.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import { repeatDepartures } from "../journal/departures.ts";
import type { Journal } from "../journal/journal.ts";
import { parkRestored } from "../journal/restored-database.ts";
import { takeWorkerLock, type WorkerLock } from "./worker-lock.ts";

/** The lock of a worker, taken when it is needed and again when it was lost. */
export interface HeldLock {
  /** Waits for a database that is away. */
  require(): Promise<WorkerLock>;
  close(): Promise<void>;
}

export interface HeldLockOptions {
  database: OpenDatabase;
  journal: Journal;
  /** Key of the hashes by which the journal knows who has gone. */
  secret: string;
  now: () => Date;
  onError: (error: unknown) => void;
  /** Ends the waiting. */
  signal: AbortSignal;
}

/** What the database has forgotten, where somebody put back an older one while it was away. */
async function recall({ database: { db }, journal, secret, now, onError }: HeldLockOptions) {
  await repeatDepartures(db, secret, journal);
  const parked = await parkRestored(db, journal, now());
  if (parked > 0)
    onError(
      new Error(
        `The database is older than what was sent from here: ${parked} deliveries are unknown.`,
      ),
    );
}

export function holdLock(options: HeldLockOptions): HeldLock {
  const { db, connection } = options.database;
  let lock: WorkerLock | undefined;
  return {
    require: async () => {
      if (lock?.isAlive() === true) return lock;
      lock = await throughOutage(async () => {
        // Asked over the pool first, which revives a server that is ours.
        await sql`SELECT 1`.execute(db);
        return takeWorkerLock(connection);
      }, options.signal);
      await recall(options);
      return lock;
    },
    close: async () => {
      await lock?.close();
      lock = undefined;
    },
  };
}
