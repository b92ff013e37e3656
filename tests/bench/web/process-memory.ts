import { readdirSync, readFileSync } from "node:fs";

const PAGE_BYTES = 4096;

interface Process {
  parent: number;
  bytes: number;
}

/** Nothing where a process has just ended, or where there is no `/proc`. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** One process of `/proc`. The name in the second field may hold spaces and brackets. */
function readProcess(id: string): [number, Process] | undefined {
  const stat = attempt(() => readFileSync(`/proc/${id}/stat`, "latin1"));
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return [Number(id), { parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE_BYTES }];
}

/**
 * Resident bytes of a process and everything it started, shared pages counted in each; 0 where
 * there is no `/proc`.
 */
function measureTree(root: number): number {
  const ids = (attempt(() => readdirSync("/proc")) ?? []).filter((name) => /^\d+$/.test(name));
  const processes = new Map(ids.map(readProcess).filter((entry) => entry !== undefined));
  const belongs = (id: number): boolean =>
    id === root || (id > 1 && belongs(processes.get(id)?.parent ?? 0));
  return [...processes].reduce((sum, [id, { bytes }]) => (belongs(id) ? sum + bytes : sum), 0);
}

/**
 * Watches a process tree every so many milliseconds; the returned function ends the watch and gives
 * the peak in bytes.
 */
export function watchMemory(root: number, every = 500): () => number {
  let peak = 0;
  // Read at once: a promise for every file took a quarter of a processor from what is measured.
  const timer = setInterval(() => {
    peak = Math.max(peak, measureTree(root));
  }, every);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
