import { rename, rm, writeFile } from "node:fs/promises";
import process from "node:process";

/**
 * Whole or not at all: a crash never leaves half a file, least of all of the only record there is.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}
