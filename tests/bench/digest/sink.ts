import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { JSX } from "../../support/run.ts";
import type { SinkReport } from "./sink-process.ts";

export interface Sink {
  url: string;
  reset(): Promise<void>;
  /** Waits until so many mails have arrived and returns what the sink saw. */
  waitFor(count: number): Promise<SinkReport>;
  close(): void;
}

/** Nothing here takes longer, unless it hangs. */
const PATIENCE_MS = 420_000;

function isReport(message: unknown): message is SinkReport {
  return typeof message === "object" && message !== null && "port" in message && "span" in message;
}

function ask(child: ChildProcess, message?: string): Promise<SinkReport> {
  return new Promise((resolve, reject) => {
    child.once("message", (answer) =>
      isReport(answer) ? resolve(answer) : reject(new Error("the sink sent something else")),
    );
    if (message !== undefined) child.send(message);
  });
}

export async function startSink(answerAfter: number): Promise<Sink> {
  const child = fork(join(import.meta.dirname, "sink-process.ts"), [String(answerAfter)], {
    execArgv: JSX,
  });
  const { port } = await ask(child);
  return {
    url: `smtp://127.0.0.1:${port}`,
    reset: async () => void (await ask(child, "reset")),
    waitFor: async (count) => {
      const deadline = Date.now() + PATIENCE_MS;
      for (;;) {
        const report = await ask(child, "report");
        if (report.count >= count) return report;
        if (Date.now() > deadline) throw new Error(`${report.count} of ${count} mails arrived`);
        await wait(200);
      }
    },
    close: () => void child.kill(),
  };
}
