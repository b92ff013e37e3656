import type { Frequency } from "../../database/subscription-schema.ts";

/** Which quarter or year a moment is in, in UTC; `every` knows no pause. */
function periodOf(frequency: Exclude<Frequency, "every">, at: Date): string {
  const year = String(at.getUTCFullYear());
  return frequency === "yearly" ? year : `${year}/${Math.floor(at.getUTCMonth() / 3)}`;
}

/**
 * Whether someone may be written to again: quarterly and yearly subscribers at the first chance in
 * a new quarter or year.
 */
export function isDue(frequency: Frequency, toldAt: Date, now: Date): boolean {
  return frequency === "every" || periodOf(frequency, toldAt) !== periodOf(frequency, now);
}

/** The first moment of the next quarter or year, in UTC. */
export function nextPeriod(frequency: Exclude<Frequency, "every">, at: Date): Date {
  const [year, quarter] = [at.getUTCFullYear(), Math.floor(at.getUTCMonth() / 3)];
  return new Date(
    frequency === "yearly" ? Date.UTC(year + 1, 0) : Date.UTC(year, 3 * (quarter + 1)),
  );
}
