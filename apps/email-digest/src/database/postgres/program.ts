import { type ChildProcess, spawn } from "node:child_process";
import { open } from "node:fs/promises";

/** Numeric ids of the account a program runs as; undefined for the one we are. */
export interface Account {
  uid: number;
  gid: number;
}

export interface ProgramResult {
  code: number;
  output: string;
}

/** PostgreSQL's programs see nothing of ours, and no shell reads their words. */
const surroundings = (account: Account | undefined) => ({
  ...account,
  cwd: "/",
  detached: true,
  env: { PATH: "/usr/bin:/bin", LC_ALL: "C", LANG: "C", TZ: "UTC" },
});

/** Runs one of PostgreSQL's programs to its end and returns what it said. */
export function runProgram(
  command: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...surroundings(account),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Starts a program that stays when this one ends, and writes to a log of its own. */
export async function leaveProgram(
  command: string,
  args: readonly string[],
  account: Account | undefined,
  log: string,
): Promise<ChildProcess> {
  const file = await open(log, "a", 0o600);
  try {
    const child = spawn(command, args, {
      ...surroundings(account),
      stdio: ["ignore", file.fd, file.fd],
    });
    child.on("error", () => undefined);
    child.unref();
    return child;
  } finally {
    await file.close();
  }
}
