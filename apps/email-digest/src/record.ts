import { contentFolder, formatFault, loadCv, shownRecord } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { note } from "@triptych/terminal";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { FaultyRecord } from "./faulty-record.ts";
import { findScheduleFault, readSchedule } from "./editions/schedule.ts";

/** Where the record lies; with nothing named, the project's own. */
const folderOf = (named: string | undefined) => contentFolder(named, process.cwd());

/** Reads and checks the record in a folder, or the project's own. @throws FaultyRecord */
export async function readCv(named: string | undefined): Promise<Cv> {
  const result = await loadCv(folderOf(named));
  if (result.kind === "faulty") throw new FaultyRecord(result.faults.map(formatFault).join("\n"));
  // The record's own check knows only the shape of cron fields.
  const message = findScheduleFault(readSchedule(result.cv.settings), new Date());
  if (message !== undefined)
    throw new FaultyRecord(
      formatFault(result.locate({ path: ["settings", "digest", "schedule"], message })),
    );
  return result.cv;
}

/** The record of the installation, which is said: nobody has named it with the command. */
export async function readOwnRecord(named: string | undefined): Promise<Cv> {
  note(shownRecord(folderOf(named)));
  return readCv(named);
}

/** Names, sizes and times of a folder's files: as long as they stay, so does the record. */
async function fingerprint(folder: string): Promise<string> {
  const names = (await readdir(folder)).toSorted();
  const facts = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs, ctimeMs } = await stat(join(folder, name));
      return [name, size, mtimeMs, ctimeMs];
    }),
  );
  return JSON.stringify(facts);
}

/**
 * Reads the record as it is now, and parses it only where a file has changed: that takes long
 * enough for visitors to keep the processor busy.
 * @returns a function that throws FaultyRecord for as long as the record is faulty
 */
export function openRecord(named: string | undefined): () => Promise<Cv> {
  note(shownRecord(folderOf(named)));
  let kept: { files: string; cv: Promise<Cv> } | undefined;
  return async () => {
    // A folder that cannot be looked through is explained by whoever reads it.
    const files = await fingerprint(folderOf(named)).catch(() => undefined);
    if (files === undefined) return readCv(named);
    if (kept?.files !== files) kept = { files, cv: readCv(named) };
    return kept.cv;
  };
}
