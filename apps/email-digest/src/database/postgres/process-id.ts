import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";

/** Whether a process has this id now, be it ours or somebody else's. */
export function isAlive(pid: number): boolean {
  // Zero and negative numbers stand for groups of processes.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** What a process was started with; undefined where the system does not tell. */
export async function commandOf(pid: number): Promise<string | undefined> {
  const listed = existsSync("/proc/self/cmdline")
    ? readFile(`/proc/${pid}/cmdline`, "utf8").then((line) => line.replaceAll("\0", " "))
    : promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]).then(
        ({ stdout }) => stdout,
      );
  return listed.catch(() => undefined);
}
