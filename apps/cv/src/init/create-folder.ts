import { chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";

/** Whether a new folder may stand there: nothing does, or an empty one. */
export async function isFree(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) =>
    error instanceof Error && "code" in error && error.code === "ENOENT" ? [] : undefined,
  );
  return names !== undefined && names.length === 0;
}

/**
 * Makes the folder beside its place and moves it there whole, once `fill` has come to its end.
 */
export async function createFolder(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await fill(draft);
    // A temporary folder is its maker's alone; a record may be published by somebody else.
    await chmod(draft, 0o777 & ~process.umask());
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
