import { open, rename, rm } from "node:fs/promises";
import { dumpDatabase } from "./dump.ts";
import type { Db } from "../open-database.ts";

/**
 * Writes a backup to a file that only its owner may read. It is there whole or not at all. Returns
 * the number of rows.
 */
export async function writeDumpFile(
  db: Db,
  file: string,
  now: Date,
  onRows?: (count: number) => void,
): Promise<number> {
  const draft = `${file}.tmp`;
  await rm(draft, { force: true });
  const handle = await open(draft, "wx", 0o600);
  try {
    const rows = await dumpDatabase(
      db,
      now,
      async (text) => void (await handle.write(text)),
      onRows,
    );
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    return rows;
  } catch (error) {
    await handle.close();
    await rm(draft, { force: true });
    throw error;
  }
}
