import { type Command, exitWith, note, sharedOption } from "@triptych/terminal";
import { startWorker } from "../worker.ts";
import { withService } from "./open.ts";
import { requireReal } from "./editions/require-real.ts";
import { logError, logLine, untilStopped } from "./log.ts";

async function work({ json }: { json?: true }): Promise<void> {
  const stopped = untilStopped();
  await withService(true, async (service) => {
    requireReal(service.config, service.addresses);
    const worker = await startWorker(service, logError);
    if (json === true) logLine({ event: "started" });
    else note("The worker runs. Stop it with Ctrl-C.");
    await stopped;
    await worker.stop();
    if (json === true) logLine({ event: "stopped" });
  });
}

export function declareWorker(command: Command): void {
  command
    .addOption(sharedOption("json", "one event a line, as JSON, on standard error"))
    .action(exitWith(work))
    .addHelpText("after", "\nExample\n  DATABASE_URL=postgres://… npm run digest -- worker");
}
