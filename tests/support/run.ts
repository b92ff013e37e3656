import { spawn } from "node:child_process";
import process from "node:process";

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Lets Node run TSX files. */
export const JSX = ["--import", new URL("../../scripts/jsx.mjs", import.meta.url).href];

/** Runs Node to its end with the environment of the tests and what is added to it. */
export function runNode(
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd,
      env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
