import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../support/places.ts";
import { JSX } from "../support/run.ts";

export const MAIN = join(ROOT, "apps/email-digest/src/main.ts");

/** Worker processes that are kept at a number, as a supervisor of a server would. */
export interface WorkerHerd {
  start(): void;
  /** SIGKILL to one of them; another takes its place. */
  killOne(random: () => number): void;
  /** How many ended by themselves, which a worker does when it cannot start without a database. */
  ended(): number;
  /** Ends them as a supervisor does, and returns their exit codes. */
  stop(): Promise<(number | null)[]>;
  /** For a run that failed. */
  killAll(): void;
}

export function createHerd(env: Record<string, string>): WorkerHerd {
  const workers = new Map<ChildProcess, Promise<number | null>>();
  let ended = 0;
  let isStopping = false;

  const start = () => {
    const worker = spawn(process.execPath, [...JSX, MAIN, "worker"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env },
      stdio: "ignore",
    });
    const exited = new Promise<number | null>((resolve) => worker.once("exit", resolve));
    workers.set(worker, exited);
    worker.once("exit", (code) => {
      workers.delete(worker);
      if (isStopping) return;
      if (code !== null) ended += 1;
      start();
    });
  };

  return {
    start,
    killOne: (random) => {
      const all = [...workers.keys()];
      all[Math.floor(random() * all.length)]?.kill("SIGKILL");
    },
    ended: () => ended,
    stop: () => {
      isStopping = true;
      return Promise.all(
        [...workers].map(([worker, exited]) => {
          worker.kill("SIGTERM");
          return exited;
        }),
      );
    },
    killAll: () => {
      isStopping = true;
      for (const worker of workers.keys()) worker.kill("SIGKILL");
    },
  };
}
