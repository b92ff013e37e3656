import type { Command } from "commander";
import { startWorker } from "../worker.ts";
import { withService } from "./open.ts";
import { logError, logLine, say, untilStopped } from "./terminal.ts";

async function work({ json }: { json?: true }): Promise<void> {
  await withService(true, async (service) => {
    const worker = await startWorker(service, logError);
    if (json === true) logLine({ event: "started" });
    else say("The worker runs. Stop it with Ctrl-C.");
    await untilStopped();
    await worker.stop();
    if (json === true) logLine({ event: "stopped" });
  });
}

export function addWorkerCommand(program: Command): void {
  program
    .command("worker")
    .description("only the background work; any number may run beside each other")
    .option("--json", "one event a line, as JSON, on standard error")
    .action(work)
    .addHelpText("after", "\nExample\n  DATABASE_URL=postgres://… npm run digest -- worker");
}
