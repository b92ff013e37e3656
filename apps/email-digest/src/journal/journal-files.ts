import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of a journal as a backup carries it. */
export interface JournalFile {
  name: string;
  text: string;
}

/** All files of a journal; none where nothing was noted yet. */
export function readJournalFiles(folder: string): JournalFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".log"))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Adds what a journal does not know yet. What left from here since stays noted. */
export function addJournalFiles(folder: string, files: readonly JournalFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) {
    const file = join(folder, name);
    const known = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
    const lines = text.split("\n").filter((line) => line !== "" && !known.has(line));
    if (lines.length > 0) appendFileSync(file, `${lines.join("\n")}\n`, { flush: true });
  }
}
