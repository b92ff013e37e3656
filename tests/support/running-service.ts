import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "./places.ts";
import { JSX, runNode } from "./run.ts";

const MAIN = join(ROOT, "apps/email-digest/src/main.ts");

export interface RunningService {
  url: string;
  /** Runs another `digest` command beside the service. */
  command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  output(): string;
  /** Ends it with signals one after the other, as Ctrl-C does by default; its exit code. */
  stop(...signals: NodeJS.Signals[]): Promise<number>;
  /** Lets go of it, as a launcher does that is killed; its exit code. */
  release(): Promise<number>;
}

/** Starts the service with a state folder of its own; it hands out the site that the build made. */
export async function startService(
  state: string,
  env: Record<string, string>,
): Promise<RunningService> {
  await mkdir(state, { recursive: true });
  const environment = { ...env, TRIPTYCH_DIR: state };
  const child = spawn(process.execPath, [...JSX, MAIN, "serve"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  const exited = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/localhost:\d+/.exec(output);
      if (found !== null && output.includes("Ctrl-C")) resolve(found[0]);
    });
    exited.then((code) => reject(new Error(`the service ended with ${code}\n${output}`)), reject);
  });
  return {
    url,
    command: (...args) => runNode([...JSX, MAIN, ...args], { cwd: ROOT, env: environment }),
    output: () => output,
    stop: async (...signals) => {
      for (const signal of signals.length > 0 ? signals : ["SIGINT" as const]) child.kill(signal);
      return exited;
    },
    release: () =>
      new Promise((resolve) => {
        // A channel that was let go of here never closes for Node.
        child.once("exit", (code) => resolve(code ?? 1));
        child.disconnect();
      }),
  };
}
