/** Says whether one more request is let in. */
export type Throttle = (key: string, now: Date) => boolean;

/**
 * Networks that are counted one by one; in a minute with more, the others share one count, so that
 * memory stays bounded.
 */
const MOST_KEYS = 10_000;

/**
 * Lets so many requests a minute in from each network. Counts live in this process; letters have
 * limits of their own in the database.
 */
export function createThrottle(perMinute: number): Throttle {
  let minute = 0;
  let counts = new Map<string, number>();
  return (key, now) => {
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      counts = new Map();
    }
    const counted = counts.has(key) || counts.size < MOST_KEYS ? key : "others";
    const count = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, count);
    return count <= perMinute;
  };
}
