import { spawn } from "node:child_process";

/** Numeric ids of the account a program runs as; undefined for the one we are. */
export interface Account {
  uid: number;
  gid: number;
}

export interface ProgramResult {
  code: number;
  output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end and returns what it said. The server it may leave
 * behind holds none of our pipes.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  account: Account | undefined,
  logTo: "ignore" | "pipe" = "pipe",
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", logTo, logTo],
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", LANG: "C", TZ: "UTC" },
    });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}
