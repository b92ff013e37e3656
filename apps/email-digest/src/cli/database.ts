import type { Command } from "commander";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { writeDumpFile } from "../database/backup/dump-file.ts";
import { ensureDatabase, stopDatabase } from "../database/postgres/ensure-database.ts";
import { openDatabase } from "../database/open-database.ts";
import { hasTables, restoreDatabase } from "../database/backup/restore.ts";
import { upgradeDatabase } from "../database/backup/upgrade.ts";
import { noteDepartures, repeatDepartures } from "../journal/departures.ts";
import { openInstallationJournal } from "../journal/restored-database.ts";
import { CommandFault, writeNamed } from "./command-fault.ts";
import { requireConfig, withDatabase } from "./open.ts";
import { openProgress } from "./progress.ts";
import { printJson, say } from "./terminal.ts";

interface Json {
  json?: true;
}

/** Folder of the embedded database. @throws CommandFault where another server is in use */
function requireEmbedded(): string {
  const config = requireConfig();
  if (config.databaseUrl !== undefined)
    throw new CommandFault(
      "DATABASE_URL names a server that is not ours to start, stop or upgrade. Unset it to mean the embedded one.",
    );
  return config.databaseFolder;
}

/** A bar that counts rows; how many there will be is not known before the end. */
function countRows() {
  const progress = openProgress("rows");
  return { onRows: (count: number) => progress.show(count, count), end: () => progress.end() };
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

async function dump(file: string, { json }: Json): Promise<void> {
  const target = resolve(file);
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  )
    throw new CommandFault(`${target} is there already. Choose another name, or move it away.`);
  const { onRows, end } = countRows();
  const rows = await withDatabase(({ db }) =>
    writeNamed(target, () => writeDumpFile(db, target, new Date(), onRows)),
  ).finally(end);
  if (json === true) printJson({ file: target, rows });
  else
    say(
      `${rows} rows written to ${target}. It holds addresses: keep it where nobody else can read it.`,
    );
}

async function restore(file: string, { replace, json }: Json & { replace?: true }): Promise<void> {
  const config = requireConfig();
  const database = await openDatabase(config.databaseUrl, config.databaseFolder, {
    prepare: () => Promise.resolve(),
  });
  const { onRows, end } = countRows();
  const secret = config.secret;
  const openJournal = () => openInstallationJournal(database.db, config.journalFolder);
  try {
    // What is about to be replaced may know of people who have gone since the backup.
    if (replace === true && (await hasTables(database.db)))
      await noteDepartures(database.db, secret, await openJournal());
    const result = await restoreDatabase(
      database.db,
      resolve(file),
      replace === true,
      onRows,
    ).finally(end);
    if (result.kind === "unusable")
      throw new CommandFault(`${file}: ${result.reason}. Nothing was changed.`);
    if (result.kind === "occupied")
      throw new CommandFault(
        "The database is not empty; nothing was changed. Stop the service, write a backup of what is there (db dump), then: db restore FILE --replace",
      );
    const gone = await repeatDepartures(database.db, secret, await openJournal());
    if (json === true) return printJson({ rows: result.rows, at: result.at, gone });
    say(
      `${result.rows} rows restored as of ${result.at}. Mail that left after that is known from the journal in TRIPTYCH_DIR and is not sent again.`,
    );
    if (gone > 0) say(`${gone} people had left or were erased since; they are gone again.`);
  } finally {
    await database.close();
  }
}

async function upgrade({ oldBinaries, json }: Json & { oldBinaries?: string }): Promise<void> {
  const { onRows, end } = countRows();
  const result = await upgradeDatabase(
    requireEmbedded(),
    oldBinaries === undefined ? undefined : resolve(oldBinaries),
    new Date(),
    onRows,
  ).finally(end);
  if (result.kind === "old-binaries-needed")
    throw new CommandFault(
      `The database was written by PostgreSQL ${result.from}, and only that version can read it. Install PostgreSQL ${result.from} beside this one and name the folder of its programs, for example: db upgrade --old-binaries /usr/lib/postgresql/${result.from}/bin`,
    );
  if (result.kind === "wrong-binaries")
    throw new CommandFault(
      `The database was written by PostgreSQL ${result.from}; the programs in ${oldBinaries ?? ""} are of ${result.named}. Nothing was touched.`,
    );
  if (json === true) return printJson(result);
  if (result.kind === "empty") say("There is no database yet, so there is nothing to upgrade.");
  else if (result.kind === "current")
    say(`The database is of PostgreSQL ${result.major}, as it should be.`);
  else
    say(
      `${result.rows} rows moved from PostgreSQL ${result.from} to ${result.to}. The old data is kept in ${result.kept}; delete it when all is well.`,
    );
}

export function addDatabaseCommands(program: Command): void {
  const db = program
    .command("db")
    .description("the database: start, stop, back up, restore, upgrade");
  db.command("start")
    .description("start the embedded database and leave it running")
    .option("--json", "as JSON")
    .action(start);
  db.command("stop")
    .description("stop the embedded database, whoever uses it")
    .option("--if-unused", "only where nobody is connected")
    .option("--json", "as JSON")
    .action(stop);
  db.command("dump")
    .description(
      "write a backup of one moment, while the service runs; also the way to another server",
    )
    .argument("<file>")
    .option("--json", "as JSON")
    .action(dump)
    .addHelpText("after", "\nExample\n  npm run digest -- db dump backup-2026-03-31.ndjson");
  db.command("restore")
    .description(
      "put a backup into an empty database; the file is checked before anything is touched",
    )
    .argument("<file>")
    .option("--replace", "what the database holds may go")
    .option("--json", "as JSON")
    .action(restore)
    .addHelpText(
      "after",
      "\nExamples\n  npm run digest -- db restore backup.ndjson\n  DATABASE_URL=postgres://… npm run digest -- db restore backup.ndjson",
    );
  db.command("upgrade")
    .description("move the embedded database to the major version of the binaries from npm")
    .option("--old-binaries <folder>", "the bin folder of the version that wrote it")
    .option("--json", "as JSON")
    .action(upgrade)
    .addHelpText(
      "after",
      "\nExample\n  npm run digest -- db upgrade --old-binaries /usr/lib/postgresql/17/bin",
    );
}
