import { readdir, readFile } from "node:fs/promises";

const PAGE_BYTES = 4096;

interface Process {
  parent: number;
  bytes: number;
}

/** One process of `/proc`, or nothing when it has just ended. The name in the second field may hold blanks and brackets. */
async function readProcess(id: string): Promise<[number, Process] | undefined> {
  const stat = await readFile(`/proc/${id}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return [Number(id), { parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE_BYTES }];
}

/** Resident bytes of a process and everything it started, shared pages counted in each; 0 where there is no `/proc`. */
async function measureTree(root: number): Promise<number> {
  const ids = (await readdir("/proc").catch((): string[] => [])).filter((name) => /^\d+$/.test(name));
  const processes = new Map((await Promise.all(ids.map(readProcess))).flatMap((entry) => (entry === undefined ? [] : [entry])));
  const belongs = (id: number): boolean => id === root || (id > 1 && belongs(processes.get(id)?.parent ?? 0));
  return [...processes].reduce((sum, [id, { bytes }]) => (belongs(id) ? sum + bytes : sum), 0);
}

/** Watches a process tree every so many milliseconds; the returned function ends the watch and gives the peak in bytes. */
export function watchMemory(root: number, every = 500): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    void measureTree(root).then((bytes) => {
      peak = Math.max(peak, bytes);
    });
  }, every);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
