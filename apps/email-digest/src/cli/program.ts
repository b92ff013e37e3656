import { Command, CommanderError } from "commander";
import process from "node:process";
import { CommandFault, EXIT } from "./command-fault.ts";
import { addBouncesCommands } from "./bounces.ts";
import { addDatabaseCommands } from "./database.ts";
import { addDoctorCommand } from "./doctor.ts";
import { addEditionsCommand } from "./editions.ts";
import { addPreviewCommand } from "./preview.ts";
import { addSendCommand } from "./send.ts";
import { addServeCommand } from "./serve.ts";
import { addSubscribersCommands } from "./subscribers.ts";
import { addStatusCommand } from "./status.ts";
import { formatTable, printJson, say } from "./terminal.ts";
import { addTestSendCommand } from "./test-send.ts";
import { addWorkerCommand } from "./worker.ts";
import { DatabaseUnavailable } from "../database/postgres/database-unavailable.ts";
import { describeVariables } from "../env.ts";
import { FaultyRecord } from "../record.ts";
import { explainSurroundings } from "./surroundings.ts";

const MORE = `
Exit codes
  0  everything asked for is done
  1  not done, or not all of it; the last lines say why
  2  the command was written wrongly; nothing was begun

Results go to standard output, everything else to standard error.

Variables of the environment
${formatTable(describeVariables().map(([name, meaning]) => [`  ${name}`, meaning]))}`;

const COMMANDS = [
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
];

function createProgram(): Command {
  const program = new Command("digest")
    .description("Subscriptions, editions and the mail.")
    .showHelpAfterError("(add --help for what it takes)")
    .addHelpText("after", MORE)
    .exitOverride();
  for (const add of COMMANDS) add(program);
  return program;
}

/**
 * The sentence for whoever typed the command; undefined for a bug, which is shown with where it
 * happened.
 */
function explain(error: unknown): string | undefined {
  const isExplained =
    error instanceof CommandFault ||
    error instanceof DatabaseUnavailable ||
    error instanceof FaultyRecord;
  return isExplained ? error.message : explainSurroundings(error);
}

/**
 * Runs one command with what was typed after its name. What it finds goes to standard output, and
 * the exit code is set for the end of the process.
 */
export async function runDigest(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
      return;
    }
    const sentence = explain(error);
    if (sentence === undefined)
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    else if (args.includes("--json")) printJson({ error: sentence });
    else say(sentence);
    // A command that is piped to has its own word for "try again".
    process.exitCode ??= EXIT.incomplete;
  }
}
