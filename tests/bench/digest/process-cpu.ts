import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in `/proc`, the same on all Linux systems of today. */
const TICKS = 100;

interface Times {
  parent: number;
  /** Seconds of the process itself, and of its children that have ended. */
  own: number;
  ended: number;
}

/**
 * The second field, the name, may hold spaces and brackets; fields are counted from behind it.
 * Undefined where there is no such process.
 */
function readTimes(pid: number): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [
      fields[1],
      fields[11],
      fields[12],
      fields[13],
      fields[14],
    ];
    return { parent, own: (user + system) / TICKS, ended: (endedUser + endedSystem) / TICKS };
  } catch {
    return undefined;
  }
}

/** Processor seconds of a process, and of the children it has; 0 where there is no `/proc`. */
export function readCpuSeconds(pid: number): number {
  const self = readTimes(pid);
  if (self === undefined) return 0;
  const children = readdirSync("/proc").flatMap((name) => {
    const times = /^\d+$/.test(name) ? readTimes(Number(name)) : undefined;
    return times?.parent === pid ? [times.own] : [];
  });
  return children.reduce((sum, seconds) => sum + seconds, self.own + self.ended);
}
