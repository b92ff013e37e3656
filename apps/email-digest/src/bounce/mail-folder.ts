import { lstat, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

/** One message of a folder, and how to say that it was dealt with. */
export interface FolderMessage {
  source: Buffer;
  /** Where it was found, for messages. */
  place: string;
  /** Marks it as read, where the folder can hold that; reading it again does no harm. */
  settle(): Promise<void>;
}

const nothing = () => Promise.resolve();

/**
 * The messages of one file, each behind a line `From …` that follows an empty one; `>From` stands
 * for itself (RFC 4155).
 */
export function splitMbox(text: string): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/(?:^|\n\n?)(?=From \S*[^\n]*\d{4}[^\n]*\n)/)
    .filter((part) => part.startsWith("From "))
    .map((part) => part.slice(part.indexOf("\n") + 1).replaceAll(/^>(>*From )/gm, "$1"));
}

/** A file that does not begin as an mbox does is one message. */
async function readMailFile(file: string): Promise<FolderMessage[]> {
  const source = await readFile(file);
  const text = source.toString("latin1");
  if (!text.startsWith("From ") && text.trim() !== "")
    return [{ source, place: file, settle: nothing }];
  return splitMbox(text).map((text, at) => ({
    source: Buffer.from(text, "latin1"),
    place: `${file}, mail ${at + 1}`,
    settle: nothing,
  }));
}

/** The name of a message that was dealt with: seen and answered, flags in the order of letters. */
function settledName(name: string): string {
  const [base = name, flags = ""] = name.split(":2,");
  return `${base}:2,${[...new Set(`${flags}RS`)].toSorted().join("")}`;
}

/** Who reads the folder over IMAP moves and deletes messages meanwhile. */
function unlessMoved(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}

/**
 * Messages of a Maildir that were not dealt with, whether somebody has looked at them or not: a
 * mail program moves what it has seen to `cur`. What was dealt with has the flag R there.
 */
async function readMaildir(folder: string): Promise<FolderMessage[]> {
  const found: FolderMessage[] = [];
  for (const part of ["new", "cur"])
    for (const name of (await readdir(join(folder, part))).toSorted()) {
      const place = join(folder, part, name);
      if (/^\.|:2,[A-Za-z]*R/.test(name)) continue;
      const source = await readFile(place).catch(unlessMoved);
      const settle = () => rename(place, join(folder, "cur", settledName(name))).catch(unlessMoved);
      if (source !== undefined) found.push({ source, place, settle });
    }
  return found;
}

export type MailFolder = { kind: "mails"; mails: FolderMessage[] } | { kind: "missing" };

/** The messages of a Maildir, of one file, or of a folder of .eml and mbox files. */
export async function readMailFolder(path: string): Promise<MailFolder> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat === undefined) return { kind: "missing" };
  if (stat.isFile()) return { kind: "mails", mails: await readMailFile(path) };
  const names = (await readdir(path)).toSorted();
  if (names.includes("new") && names.includes("cur"))
    return { kind: "mails", mails: await readMaildir(path) };
  const mails: FolderMessage[] = [];
  for (const name of names) {
    const file = join(path, name);
    if (/\.(eml|mbox)$/.test(name)) mails.push(...(await readMailFile(file)));
  }
  return { kind: "mails", mails };
}
