import { CommandFault, note, printJson, writeNamed } from "@triptych/terminal";
import { access, copyFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Config } from "../../config.ts";
import { writeDumpFile } from "../../database/backup/dump-file.ts";
import { hasTables, restoreDatabase } from "../../database/backup/restore.ts";
import { checkDump } from "../../database/backup/read-dump.ts";
import { openSealed } from "../../database/backup/sealed-file.ts";
import { migrateUnlessNewer } from "../../database/migrate.ts";
import { openDatabase, type OpenDatabase } from "../../database/open-database.ts";
import { noteDepartures, repeatDepartures } from "../../journal/departures.ts";
import { addJournalFiles, readJournalFiles } from "../../journal/journal-files.ts";
import { journalFolderOf, openInstallationJournal } from "../../journal/restored-database.ts";
import { deriveKeys } from "../../secret/keys.ts";
import { type Secrets, writeSecrets } from "../../secret/secret-file.ts";
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
  const [rows, isSealed] = await withAnyDatabase(
    async ({ db }, { secrets, journalFolder, backupPassphrase: passphrase }) => {
      const journal = readJournalFiles(await journalFolderOf(db, journalFolder));
      const beside = { secrets: [...secrets], journal };
      const write = () => writeDumpFile(db, target, new Date(), { beside, passphrase, onRows });
      return [await writeNamed(target, write), passphrase !== undefined] as const;
    },
    migrateUnlessNewer,
  ).finally(end);
  if (options.json === true) printJson({ file: target, rows, encrypted: isSealed });
  else
    note(
      `${rows} rows written to ${target}, with the secret and the journal. ` +
        (isSealed
          ? "It is encrypted: without DIGEST_BACKUP_PASSPHRASE nobody can read it, you neither."
          : "It holds addresses: keep it where nobody else can read it."),
    );
}

interface RestoreOptions extends Json {
  replace?: true;
}

/**
 * Which secrets hold after a restore: those at hand where they include the backup's, as after a
 * rotation; else the backup's.
 * @throws CommandFault where the environment names others
 */
function chooseSecrets(config: Config, [newest, ...former]: readonly string[]): Secrets {
  if (newest === undefined) return config.secrets;
  const backup = deriveKeys([newest, ...former]);
  const isHeld =
    backup.secret === config.secret &&
    [config.linkKey, ...config.formerLinkKeys].includes(backup.linkKey);
  if (isHeld) return config.secrets;
  if (config.secretFile === undefined)
    throw new CommandFault(
      "The backup was written with another secret than DIGEST_SECRET. Set that one, or leave " +
        "the variable out: then the backup brings its own. Nothing was changed.",
    );
  return [newest, ...former];
}

/** Puts the secrets of a backup in the place of those that are there, which are kept beside. */
async function placeSecrets({ secretFile }: Config, secrets: Secrets): Promise<string[]> {
  if (secretFile === undefined) return [];
  const kept = `${secretFile}.before-restore`;
  await copyFile(secretFile, kept);
  writeSecrets(secretFile, secrets);
  return [`The secret is that of the backup; the one that was here is kept in ${kept}.`];
}

/** Checks a backup, and restores it with what belongs to it. */
async function restoreAll(
  { db }: OpenDatabase,
  config: Config,
  file: string,
  { replace, json }: RestoreOptions,
): Promise<{ rows: number; at: string; gone: number; notes: string[] }> {
  const check = await checkDump(file);
  if (check.kind === "unusable") throw new CommandFault(`${check.reason}. Nothing was changed.`);
  const secrets = chooseSecrets(config, check.secrets);
  const openJournal = () => openInstallationJournal(db, config.journalFolder);
  // What is about to be replaced may know of subscribers who have gone since the backup.
  if (replace === true && (await hasTables(db)))
    await noteDepartures(db, config.secret, await openJournal());
  const { onRows, end } = countRows(json === true ? { json } : {});
  const result = await restoreDatabase(db, file, replace === true, onRows).finally(end);
  if (result.kind === "unusable") throw new CommandFault(`${result.reason}. Nothing was changed.`);
  if (result.kind === "occupied")
    throw new CommandFault(
      "The database is not empty; nothing was changed. Stop the service, write a backup of " +
        "what is there (db dump), then: db restore FILE --replace",
    );
  const notes = secrets === config.secrets ? [] : await placeSecrets(config, secrets);
  addJournalFiles(await journalFolderOf(db, config.journalFolder), check.journal);
  const gone = await repeatDepartures(db, deriveKeys(secrets).secret, await openJournal());
  return { rows: result.rows, at: result.at, gone, notes };
}

export async function restore(file: string, options: RestoreOptions): Promise<void> {
  const config = requireConfig();
  const opened = await openSealed(resolve(file), config.backupPassphrase);
  if (opened.kind === "unusable")
    throw new CommandFault(`${file}: ${opened.reason}. Nothing was changed.`);
  const database = await openDatabase(config.databaseUrl, config.databaseFolder, {
    prepare: () => Promise.resolve(undefined),
  });
  try {
    const { notes, ...result } = await restoreAll(database, config, opened.file, options);
    if (options.json === true) return printJson(result);
    note(
      `${result.rows} rows restored as of ${result.at}. Mail that left after that is known ` +
        "from the journal in TRIPTYCH_DIR and is not sent again.",
    );
    for (const line of notes) note(line);
    if (result.gone > 0)
      note(`${result.gone} people had left or were erased since; they are gone again.`);
  } finally {
    await database.close();
    await opened.close();
  }
}
