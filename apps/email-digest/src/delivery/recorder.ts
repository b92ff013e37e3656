import type { Db } from "../database/open-database.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import { coalesce } from "./coalesce.ts";
import { beginDeliveries } from "./ledger.ts";
import type { Claim } from "./reserve.ts";
import { settleDeliveries, type Settlement } from "./settle-deliveries.ts";

/** Writes the ledger for several messages under way, in as few statements as there is time for. */
export interface Recorder {
  /** Commits that a delivery is being sent; `false` where it must not be. */
  begin(claim: Claim): Promise<boolean>;
  /** Resolves when it is on disk. A database that goes away is waited for. */
  settle(settlement: Settlement): Promise<unknown>;
  /**
   * Resolves when only a few are still on their way to the disk; those are unknown if the process
   * dies now.
   */
  settleBehind(settlement: Settlement): Promise<void>;
  /** Resolves when all are on disk, and throws what kept one of them from it. */
  flush(): Promise<void>;
}

interface RecorderOptions {
  db: Db;
  retryDelays: readonly number[];
  now: () => Date;
  /** Settlements that may be on their way to the disk while others go on. */
  mostBehind: number;
  /** Ends the waiting for a database that does not come back. */
  giveUp: AbortSignal | undefined;
}

export function createRecorder({
  db,
  retryDelays,
  now,
  mostBehind,
  giveUp,
}: RecorderOptions): Recorder {
  const settle = coalesce(async (settlements: readonly Settlement[]) => {
    await throughOutage(() => settleDeliveries(db, settlements, retryDelays, now()), giveUp);
    return settlements.map(() => true);
  });
  const behind = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    begin: coalesce((claims: readonly Claim[]) => beginDeliveries(db, claims, now())),
    settle,
    settleBehind: async (settlement) => {
      const written = settle(settlement)
        .then(
          () => undefined,
          (error: unknown) => void failures.push(error),
        )
        .finally(() => behind.delete(written));
      behind.add(written);
      if (behind.size > mostBehind) await Promise.race(behind);
      if (failures.length > 0) throw failures[0];
    },
    flush: async () => {
      await Promise.all(behind);
      if (failures.length > 0) throw failures[0];
    },
  };
}
