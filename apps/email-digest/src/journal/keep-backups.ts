import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeDumpFile } from "../database/backup/dump-file.ts";
import type { Db } from "../database/open-database.ts";
import { readJournalFiles } from "./journal-files.ts";
import { journalFolderOf } from "./restored-database.ts";

/** So many days are kept, and the first backup of so many months. */
const KEPT = { days: 7, months: 12 };

const NAME = /^digest-(\d{4}-\d\d-\d\d)\.backup$/;
const fileOf = (day: string) => `digest-${day}.backup`;

/** Where an installation keeps its own backups. */
export const backupFolder = (stateFolder: string): string => join(stateFolder, "backups");

/** The days of which there is a backup, oldest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).toSorted();
}

/** Which of the days, oldest first, are kept. */
export function chooseKept(days: readonly string[]): Set<string> {
  const firstOfMonth = new Map(days.toReversed().map((day) => [day.slice(0, 7), day]));
  const months = [...firstOfMonth.values()].toSorted().slice(-KEPT.months);
  return new Set([...days.slice(-KEPT.days), ...months]);
}

interface Backup {
  db: Db;
  now: Date;
  folder: string;
  secrets: readonly string[];
  journalFolder: string;
  /** What the file is encrypted with; else it is plain. */
  passphrase: string | undefined;
}

/**
 * Writes the backup of the day (UTC) where there is none, whole or not at all, and removes those
 * that are kept no longer. Returns whether it wrote one.
 */
export async function keepBackup({ db, now, folder, ...own }: Backup): Promise<boolean> {
  const today = now.toISOString().slice(0, 10);
  const days = await listBackups(folder);
  if (days.includes(today)) return false;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const journal = readJournalFiles(await journalFolderOf(db, own.journalFolder));
  await writeDumpFile(db, join(folder, fileOf(today)), now, {
    beside: { secrets: [...own.secrets], journal },
    passphrase: own.passphrase,
  });
  const kept = chooseKept([...days, today].toSorted());
  for (const day of days.filter((each) => !kept.has(each))) await rm(join(folder, fileOf(day)));
  return true;
}
