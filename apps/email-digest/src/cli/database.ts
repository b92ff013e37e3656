import type { Command } from "commander";
import { ensureDatabase, stopDatabase } from "../database/ensure-database.ts";
import { CommandFault } from "./command-fault.ts";
import { databaseFolder, requireEnvironment } from "./open.ts";
import { printJson, say } from "./terminal.ts";

interface Json {
  json?: true;
}

/** Folder of the embedded database. @throws CommandFault where another server is in use */
function requireEmbedded(): string {
  const environment = requireEnvironment();
  if (environment.DATABASE_URL !== undefined)
    throw new CommandFault("DATABASE_URL names a server that is not ours to start or stop. Unset it to mean the embedded one.");
  return databaseFolder(environment);
}

async function start({ json }: Json): Promise<void> {
  const { started } = await ensureDatabase(requireEmbedded());
  if (json === true) printJson({ started });
  else say(started ? "started; it runs until npm run digest -- db stop" : "it was running already");
}

async function stop({ ifUnused, json }: Json & { ifUnused?: true }): Promise<void> {
  const stopped = await stopDatabase(requireEmbedded(), { force: ifUnused !== true });
  if (json === true) printJson({ stopped });
  else say(stopped ? "stopped" : "it was not running, or others use it");
}

export function addDatabaseCommands(program: Command): void {
  const db = program.command("db").description("the database: start, stop");
  db.command("start").description("start the embedded database and leave it running").option("--json", "as JSON").action(start);
  db.command("stop")
    .description("stop the embedded database, whoever uses it")
    .option("--if-unused", "only where nobody is connected")
    .option("--json", "as JSON")
    .action(stop);
}
