import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { createInterface } from "node:readline";
import { readCpuSeconds } from "../digest/process-cpu.ts";
import { watchMemory } from "../web/process-memory.ts";

export interface Command {
  program: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
}

/**
 * Milliseconds between looks at a process tree; the shortest process here lives ten times as long.
 */
const LOOK = 25;

function start({ program, args, cwd, env }: Command, stdio: "ignore" | "pipe"): ChildProcess {
  return spawn(program, args, {
    cwd,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env },
    stdio: [stdio, stdio, "ignore"],
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });

export interface ColdRun {
  seconds: number;
  /** Resident memory of the process and all it started, shared pages counted in each. */
  peakBytes: number;
}

/** Runs a command from start to end. */
export async function runCold(command: Command): Promise<ColdRun> {
  const since = performance.now();
  const child = start(command, "ignore");
  const stopWatch = watchMemory(child.pid ?? 0, LOOK);
  const code = await ended(child).finally(stopWatch);
  if (code !== 0)
    throw new Error(`${command.program} ${command.args.join(" ")} ended with ${code}`);
  return { seconds: (performance.now() - since) / 1000, peakBytes: stopWatch() };
}

/** What a rendering took. */
export interface Spent {
  seconds: number;
  cpuSeconds: number;
}

/** A process that renders anew for every line it is given, and answers with a line. */
export interface WarmProcess {
  render(): Promise<Spent>;
  stop(): void;
}

export function startWarm(command: Command): WarmProcess {
  const child = start(command, "pipe");
  const { stdin, stdout, pid = 0 } = child;
  if (stdin === null || stdout === null) throw new Error("a warm process has no pipes");
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    async render() {
      const [since, cpu] = [performance.now(), readCpuSeconds(pid)];
      stdin.write("render\n");
      if ((await answers.next()).done === true)
        throw new Error(`${command.args.join(" ")} ended while it was asked`);
      return { seconds: (performance.now() - since) / 1000, cpuSeconds: readCpuSeconds(pid) - cpu };
    },
    stop: () => child.kill(),
  };
}
