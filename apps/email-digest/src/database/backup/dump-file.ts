import { open, rename, rm } from "node:fs/promises";
import { type Belongings, dumpDatabase } from "./dump.ts";
import type { Db } from "../schema.ts";
import { createSeal } from "./sealed-file.ts";

export interface DumpOptions {
  beside?: Belongings;
  /** What the file is encrypted with; else it is plain. */
  passphrase?: string | undefined;
  onRows?: ((count: number) => void) | undefined;
}

/**
 * Writes a backup to a file that only its owner may read. It is there whole or not at all. Returns
 * the number of rows.
 */
export async function writeDumpFile(
  db: Db,
  file: string,
  now: Date,
  { beside = { secrets: [], journal: [] }, passphrase, onRows }: DumpOptions = {},
): Promise<number> {
  const draft = `${file}.tmp`;
  await rm(draft, { force: true });
  const handle = await open(draft, "wx", 0o600);
  try {
    const seal = passphrase === undefined ? undefined : createSeal(passphrase);
    const write = async (bytes: Buffer) => void (await handle.write(bytes));
    if (seal !== undefined) await write(seal.head);
    const rows = await dumpDatabase(
      db,
      now,
      beside,
      (text) => write(seal?.add(text) ?? Buffer.from(text)),
      onRows,
    );
    if (seal !== undefined) await write(seal.end());
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
