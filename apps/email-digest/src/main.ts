import { Command, CommanderError } from "commander";
import process from "node:process";
import { CommandFault, EXIT } from "./cli/command-fault.ts";
import { addBouncesCommands } from "./cli/bounces.ts";
import { addDatabaseCommands } from "./cli/database.ts";
import { addDoctorCommand } from "./cli/doctor.ts";
import { addEditionsCommand } from "./cli/editions.ts";
import { addPreviewCommand } from "./cli/preview.ts";
import { addSendCommand } from "./cli/send.ts";
import { addServeCommand } from "./cli/serve.ts";
import { addSubscribersCommands } from "./cli/subscribers.ts";
import { addStatusCommand } from "./cli/status.ts";
import { formatTable, printJson, say } from "./cli/terminal.ts";
import { addTestSendCommand } from "./cli/test-send.ts";
import { addWorkerCommand } from "./cli/worker.ts";
import { DatabaseUnavailable } from "./database/database-unavailable.ts";
import { describeVariables } from "./env.ts";
import { FaultyRecord } from "./service.ts";
import { explainSurroundings } from "./surroundings.ts";

const MORE = `
Exit codes
  0  everything asked for is done
  1  not done, or not all of it; the last lines say why
  2  the command was written wrongly; nothing was begun

Results go to standard output, everything else to standard error.

Variables of the environment
${formatTable(describeVariables().map(([name, meaning]) => [`  ${name}`, meaning]))}`;

const program = new Command("digest")
  .description("Subscriptions, editions and the mail.")
  .showHelpAfterError("(add --help for what it takes)")
  .addHelpText("after", MORE)
  .exitOverride();

for (const add of [
  addServeCommand,
  addWorkerCommand,
  addPreviewCommand,
  addTestSendCommand,
  addSendCommand,
  addStatusCommand,
  addEditionsCommand,
  addSubscribersCommands,
  addBouncesCommands,
  addDoctorCommand,
  addDatabaseCommands,
])
  add(program);

// Whoever reads the output may have seen enough, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

/** The sentence for whoever typed the command; undefined for a bug, which is shown with where it happened. */
function explain(error: unknown): string | undefined {
  const isExplained = error instanceof CommandFault || error instanceof DatabaseUnavailable || error instanceof FaultyRecord;
  return isExplained ? error.message : explainSurroundings(error);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
  } else {
    const sentence = explain(error);
    if (sentence === undefined) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    else if (process.argv.includes("--json")) printJson({ error: sentence });
    else say(sentence);
    // A command that is piped to has its own word for "try again".
    process.exitCode ??= EXIT.incomplete;
  }
}
