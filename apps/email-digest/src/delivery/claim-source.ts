import { setTimeout as wait } from "node:timers/promises";
import type { Claim, Reservation } from "./reserve.ts";

/** Hands out claims one by one and takes new ones ahead of need. */
export interface ClaimSource {
  /**
   * The next claim; undefined when nothing is due or the signal was given. Waits where only a limit
   * stands in the way.
   */
  next(): Promise<Claim | undefined>;
  /** Resolves when nothing is being taken any more. To be called when nobody asks for more. */
  end(): Promise<void>;
}

/**
 * A limit may be lifted by a restart elsewhere, or a held edition be resumed: look again at least
 * this often.
 */
const LONGEST_WAIT_MS = 5_000;

export function createClaimSource(
  reserve: () => Promise<Reservation>,
  lowWater: number,
  signal: AbortSignal,
): ClaimSource {
  const ready: Claim[] = [];
  let isExhausted = false;
  let refilling: Promise<void> | undefined;

  const refill = async () => {
    const { claims, wait: pause } = await reserve();
    ready.push(...claims);
    if (claims.length > 0) return;
    if (pause === 0) isExhausted = true;
    else await wait(Math.min(pause, LONGEST_WAIT_MS), undefined, { signal }).catch(() => undefined);
  };
  const startRefill = () => (refilling ??= refill().finally(() => (refilling = undefined)));

  return {
    next: async () => {
      while (!signal.aborted) {
        const claim = ready.shift();
        if (claim !== undefined) {
          // A failure here is met again by whoever needs the next claim.
          if (ready.length < lowWater && !isExhausted) startRefill().catch(() => undefined);
          return claim;
        }
        if (isExhausted) return undefined;
        await startRefill();
      }
      return undefined;
    },
    end: async () => {
      await refilling?.catch(() => undefined);
    },
  };
}
