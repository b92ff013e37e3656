import { setTimeout as wait } from "node:timers/promises";
import { isOutage } from "./outage.ts";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * A transaction that lost against another one and may simply be repeated (PostgreSQL, appendix A:
 * 40001, 40P01).
 */
function isContention(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01")
  );
}

/**
 * Repeats work, which must bear repetition, until the database has answered.
 * @throws what it says last, once `signal` is aborted; anything but an outage at once
 */
export async function throughOutage<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error) && !isContention(error)) throw error;
      if (signal?.aborted === true) throw error;
      await wait(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
    }
  }
}
