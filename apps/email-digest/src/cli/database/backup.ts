import { CommandFault, note, printJson, writeNamed } from "@triptych/terminal";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { writeDumpFile } from "../../database/backup/dump-file.ts";
import { hasTables, restoreDatabase } from "../../database/backup/restore.ts";
import { openDatabase } from "../../database/open-database.ts";
import { noteDepartures, repeatDepartures } from "../../journal/departures.ts";
import { openInstallationJournal } from "../../journal/restored-database.ts";
import { requireConfig, withAnyDatabase } from "../open.ts";
import { countRows } from "./count-rows.ts";

interface Json {
  json?: true;
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

export async function dump(file: string, options: Json): Promise<void> {
  const target = resolve(file);
  if (await isThere(target))
    throw new CommandFault(`${target} is there already. Choose another name, or move it away.`);
  const { onRows, end } = countRows(options);
  const rows = await withAnyDatabase(({ db }) =>
    writeNamed(target, () => writeDumpFile(db, target, new Date(), onRows)),
  ).finally(end);
  if (options.json === true) printJson({ file: target, rows });
  else
    note(
      `${rows} rows written to ${target}. It holds addresses: keep it where nobody else can ` +
        "read it.",
    );
}

interface RestoreOptions extends Json {
  replace?: true;
}

export async function restore(file: string, { replace, json }: RestoreOptions): Promise<void> {
  const { databaseUrl, databaseFolder, journalFolder, secret } = requireConfig();
  const database = await openDatabase(databaseUrl, databaseFolder, {
    prepare: () => Promise.resolve(),
  });
  const { db } = database;
  const { onRows, end } = countRows(json === true ? { json } : {});
  const openJournal = () => openInstallationJournal(db, journalFolder);
  try {
    // What is about to be replaced may know of subscribers who have gone since the backup.
    if (replace === true && (await hasTables(db)))
      await noteDepartures(db, secret, await openJournal());
    const result = await restoreDatabase(db, resolve(file), replace === true, onRows).finally(end);
    if (result.kind === "unusable")
      throw new CommandFault(`${file}: ${result.reason}. Nothing was changed.`);
    if (result.kind === "occupied")
      throw new CommandFault(
        "The database is not empty; nothing was changed. Stop the service, write a backup of " +
          "what is there (db dump), then: db restore FILE --replace",
      );
    const gone = await repeatDepartures(db, secret, await openJournal());
    if (json === true) return printJson({ rows: result.rows, at: result.at, gone });
    note(
      `${result.rows} rows restored as of ${result.at}. Mail that left after that is known ` +
        "from the journal in TRIPTYCH_DIR and is not sent again.",
    );
    if (gone > 0) note(`${gone} people had left or were erased since; they are gone again.`);
  } finally {
    await database.close();
  }
}
