import { type Command, exitWith, sharedOption } from "@triptych/terminal";
import { dump, restore } from "./backup.ts";
import { start, stop, upgrade } from "./server.ts";

const RESTORE_HELP = `
Examples
  npm run digest -- db restore backup.ndjson
  DATABASE_URL=postgres://… npm run digest -- db restore backup.ndjson`;

export function declareDatabase(command: Command): void {
  const example = (line: string) => `\nExample\n  npm run digest -- db ${line}`;
  command
    .command("start")
    .description("start the embedded database and leave it running")
    .addOption(sharedOption("json"))
    .action(exitWith(start));
  command
    .command("stop")
    .description("stop the embedded database, whoever uses it")
    .option("--if-unused", "only where nobody is connected")
    .addOption(sharedOption("json"))
    .action(exitWith(stop));
  command
    .command("dump")
    .description(
      "write a backup of one moment, while the service runs; also the way to another server",
    )
    .argument("<file>")
    .addOption(sharedOption("json"))
    .action(exitWith(dump))
    .addHelpText("after", example("dump backup-2026-03-31.ndjson"));
  command
    .command("restore")
    .description(
      "put a backup into an empty database; the file is checked before anything is touched",
    )
    .argument("<file>")
    .option("--replace", "what the database holds may go")
    .addOption(sharedOption("json"))
    .action(exitWith(restore))
    .addHelpText("after", RESTORE_HELP);
  command
    .command("upgrade")
    .description("move the embedded database to the major version of the binaries from npm")
    .option("--old-binaries <folder>", "the bin folder of the version that wrote it")
    .addOption(sharedOption("json"))
    .action(exitWith(upgrade))
    .addHelpText("after", example("upgrade --old-binaries /usr/lib/postgresql/17/bin"));
}
