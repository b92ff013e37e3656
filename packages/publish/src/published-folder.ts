import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { digestFiles, listFiles } from "./folder-content.ts";

/** The new folder stands where the old one stood; or nothing has changed, and why. */
export type Published = { kind: "published"; files: number } | Refused;

interface Refused {
  kind: "refused";
  reasons: string[];
}

export interface PublishedFolder {
  /** The folder that others read; replaced as a whole. */
  target: string;
  /** Of all that it is made of (see `identify`); asked for when it is made. */
  identity: string | Promise<string>;
  /**
   * Fills an empty folder, and returns the path of every file that the record calls for; or why it
   * cannot be done.
   */
  make: (draft: string) => Promise<{ kind: "made"; named: Iterable<string> } | Refused>;
}

const manifestOf = (target: string) => `${target}.manifest.json`;

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

async function readManifest(target: string): Promise<string> {
  return readFile(manifestOf(target), "utf8").catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return "";
  });
}

/** The identity under which the folder was published last, if it was. */
export async function publishedIdentity(target: string): Promise<string | undefined> {
  const text = await readManifest(target);
  if (text === "") return undefined;
  const manifest: { identity: string } = JSON.parse(text);
  return manifest.identity;
}

/**
 * Whether the folder is what was published under this identity, to the byte: its files are read,
 * since others may have written there.
 */
export async function isPublished(target: string, identity: string): Promise<boolean> {
  if ((await publishedIdentity(target)) !== identity) return false;
  return (await readManifest(target)) === writeManifest(identity, await digestFiles(target));
}

function writeManifest(identity: string, files: Record<string, string>): string {
  return `${JSON.stringify({ identity, files }, null, 1)}\n`;
}

/** Files that are called for and missing, and files that nothing calls for. */
function compare(named: ReadonlySet<string>, present: readonly string[]): string[] {
  const there = new Set(present);
  return [
    ...[...named].filter((path) => !there.has(path)).map((path) => `${path}: was not made`),
    ...present
      .filter((path) => !named.has(path))
      .map((path) => `${path}: the record does not call for this file`),
  ].sort();
}

/**
 * Makes a folder anew beside the old one, compares it with what the record calls for, and swaps it
 * in. Nothing of the old folder remains; a run that fails before the swap leaves it as it was.
 */
export async function publishFolder({
  target,
  identity,
  make,
}: PublishedFolder): Promise<Published> {
  const [draft, old] = [`${target}.next`, `${target}.old`];
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const made = await make(draft);
  const reasons =
    made.kind === "refused" ? made.reasons : compare(new Set(made.named), await listFiles(draft));
  if (reasons.length > 0) {
    await rm(draft, { recursive: true, force: true });
    return { kind: "refused", reasons };
  }
  const files = await digestFiles(draft);
  await rm(old, { recursive: true, force: true });
  await rm(manifestOf(target), { force: true });
  await renameIfThere(target, old);
  await rename(draft, target);
  await writeFile(manifestOf(target), writeManifest(await identity, files));
  await rm(old, { recursive: true, force: true });
  return { kind: "published", files: Object.keys(files).length };
}
