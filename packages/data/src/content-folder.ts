import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import type { ContentFile } from "./content-file.ts";
import type { Fault } from "./fault.ts";
import { parseContentFile } from "./parse-content-file.ts";

/** What a folder holds, as far as it can be read. */
export interface FolderContents {
  /** The folder as faults name it, seen from the working directory. */
  shown: string;
  /** Absolute paths of all content files, readable or not. */
  paths: string[];
  files: ContentFile[];
  faults: Fault[];
  /** What is probably not meant: files in folders of their own, files with nothing in them. */
  warnings: Fault[];
  /** Whether something stands in a file that could not be read. */
  hidesSome: boolean;
}

/** The record that comes with the project. */
const OWN = resolve(import.meta.dirname, "../content");

/**
 * The folder to read: the one asked for, seen from where the command was typed, else the one that
 * comes with the project.
 */
export function contentFolder(asked: string | undefined, from: string): string {
  return asked === undefined || asked === "" ? OWN : resolve(from, asked);
}

/** What a command says of the record that it takes where none was named with it. */
export function shownRecord(folder: string): string {
  const shown = relative(process.cwd(), folder) || ".";
  return `Record: ${shown}${folder === OWN ? ", which comes with the project" : ""}`;
}

function explainSystemError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "does not exist";
  if (code === "ENOTDIR") return "is not a folder; name a folder with content files";
  if (code === "EISDIR") return "is a folder; content files do not lie in folders of their own";
  if (code === "EACCES" || code === "EPERM") return "cannot be read: permission denied";
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

/** Hidden files are an editor's leavings. */
function isContentFile(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !name.startsWith(".");
}

/** A key without a value, or with a list without entries. */
const isNothing = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

const whole = (file: string, message: string): Fault => ({
  file,
  line: 0,
  column: 0,
  path: "",
  message,
});

/** Folders below the content folder whose content files nobody reads. */
async function findUnreadFolders(folder: string, entries: readonly Dirent[]): Promise<string[]> {
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const held = await Promise.all(
    folders.map(async ({ name }) => {
      const names = await readdir(join(folder, name)).catch(() => []);
      return names.some(isContentFile) ? [name] : [];
    }),
  );
  return held.flat().sort();
}

/**
 * Reads the `.yaml` and `.yml` files of a folder, not those of its subfolders. Never throws for
 * what it finds.
 */
export async function readContentFolder(folder: string): Promise<FolderContents> {
  const shown = relative(process.cwd(), folder) || ".";
  const contents: FolderContents = {
    shown,
    paths: [],
    files: [],
    faults: [],
    warnings: [],
    hidesSome: false,
  };
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return { ...contents, hidesSome: true, faults: [whole(shown, explainSystemError(error))] };
  }
  const names = entries
    .map(({ name }) => name)
    .filter(isContentFile)
    .sort();
  if (names.length === 0)
    return {
      ...contents,
      hidesSome: true,
      faults: [
        whole(
          shown,
          "holds no content files; it needs at least one .yaml file with profile: and a name",
        ),
      ],
    };
  for (const name of await findUnreadFolders(folder, entries))
    contents.warnings.push(
      whole(join(shown, name), "holds content files, which are not read there; move them up"),
    );
  for (const name of names) {
    const file = join(shown, name);
    contents.paths.push(join(folder, name));
    try {
      const bytes = await readFile(join(folder, name));
      const result = parseContentFile(file, bytes);
      if (bytes.toString().trim() === "")
        contents.warnings.push(whole(file, "is empty; was it emptied by mistake?"));
      else if (result.kind === "parsed" && [...result.file.values.values()].every(isNothing))
        contents.warnings.push(whole(file, "holds nothing; was it emptied by mistake?"));
      contents.faults.push(...result.faults);
      if (result.kind === "faulty") contents.hidesSome = true;
      else contents.files.push(result.file);
    } catch (error) {
      contents.faults.push(whole(file, explainSystemError(error)));
      contents.hidesSome = true;
    }
  }
  return contents;
}
