import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../../support/places.ts";
import { readCpuSeconds } from "../digest/process-cpu.ts";

export interface Timed {
  /** From the command's start to its end. */
  seconds: number;
  /** Of all processes that it started; 0 where they cannot be read. */
  cpuSeconds: number;
}

/** Runs a command of the project as `npm run` does, from where npm starts it. */
export async function timeCommand(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Timed> {
  const [since, cpu] = [performance.now(), readCpuSeconds(process.pid)];
  const child = spawn(process.execPath, [join(ROOT, "scripts/go.mjs"), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: undefined, INIT_CWD: ROOT, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (ended) => done(ended ?? 1));
  });
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}\n${said}`);
  return {
    seconds: (performance.now() - since) / 1000,
    cpuSeconds: readCpuSeconds(process.pid) - cpu,
  };
}
