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

/** New messages of a Maildir; read ones move to `cur` with the flag S. */
async function readMaildir(folder: string): Promise<FolderMessage[]> {
  const names = (await readdir(join(folder, "new"))).toSorted();
  return Promise.all(
    names.map(async (name) => ({
      source: await readFile(join(folder, "new", name)),
      place: join(folder, "new", name),
      settle: () => rename(join(folder, "new", name), join(folder, "cur", `${name}:2,S`)),
    })),
  );
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
