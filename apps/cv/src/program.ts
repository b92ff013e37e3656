import { Command, CommanderError } from "commander";
import process from "node:process";
import { registerAdd } from "./commands/add.ts";
import { registerCheck } from "./commands/check.ts";
import { registerCompletion } from "./commands/completion.ts";
import { registerDiff } from "./commands/diff.ts";
import { registerExport } from "./commands/export.ts";
import { registerFmt } from "./commands/fmt.ts";
import { registerImport } from "./commands/import.ts";
import { registerInit } from "./commands/init.ts";
import { registerMigrate } from "./commands/migrate.ts";
import { registerNew } from "./commands/new.ts";
import { registerRecord } from "./commands/record.ts";
import { registerStats } from "./commands/stats.ts";
import { registerSync } from "./commands/sync.ts";
import { tell } from "./terminal/output.ts";
import { EnvironmentFault } from "./env.ts";
import { EXIT } from "./import/import-session.ts";

/** Each command says itself what it takes; a new one is a file in `commands` and a line here. */
const COMMANDS = [
  registerInit,
  registerImport,
  registerAdd,
  registerSync,
  registerCheck,
  registerFmt,
  registerNew,
  registerStats,
  registerDiff,
  registerRecord,
  registerExport,
  registerMigrate,
  registerCompletion,
];

function createProgram(): Command {
  const program = new Command("cv")
    .description(
      "Checks the record and hands it to the renderers. CV_DIR names another content folder.",
    )
    .showHelpAfterError()
    .exitOverride();
  for (const register of COMMANDS) register(program);
  return program;
}

/**
 * Runs one command with what was typed after its name. The exit code is set for the end of the
 * process.
 */
export async function runCv(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync([...args], { from: "user" });
  } catch (error) {
    // Commander has said already what is wrong, or has shown its help.
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (error instanceof EnvironmentFault) {
      tell(error.message);
      process.exitCode = EXIT.usage;
    } else throw error;
  }
}
