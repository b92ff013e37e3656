import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { majorOfBinaries, majorOfData } from "./postgres/binaries.ts";
import { writeDumpFile } from "./backup/dump-file.ts";
import { stopDatabase } from "./postgres/ensure-database.ts";
import { openDatabase } from "./open-database.ts";
import { restoreDatabase } from "./backup/restore.ts";
import { findPlace } from "./postgres/place.ts";

export type UpgradeResult =
  | { kind: "current"; major: number }
  | { kind: "empty" }
  /** Only the old version can read what it wrote, and its programs were not named. */
  | { kind: "old-binaries-needed"; from: number; to: number }
  | { kind: "wrong-binaries"; from: number; named: number }
  | { kind: "upgraded"; from: number; to: number; rows: number; kept: string };

/**
 * Moves the embedded database to the major version of the binaries from npm: the old server writes
 * a backup, the new one reads it. The old data folder is kept beside the new one; if anything
 * fails, it is put back.
 * @param oldBinaries `bin` folder of the version that wrote the data
 */
export async function upgradeDatabase(
  folder: string,
  oldBinaries: string | undefined,
  now: Date,
  onRows?: (count: number) => void,
): Promise<UpgradeResult> {
  const place = await findPlace(folder);
  const [from, to] = [await majorOfData(place.data), await majorOfBinaries(place.bin)];
  if (from === undefined) return { kind: "empty" };
  if (from === to) return { kind: "current", major: to };
  if (oldBinaries === undefined) return { kind: "old-binaries-needed", from, to };
  const named = await majorOfBinaries(oldBinaries);
  if (named !== from) return { kind: "wrong-binaries", from, named };

  const backup = join(folder, `before-upgrade-from-${from}.ndjson`);
  const old = await openDatabase(undefined, folder, { binaries: oldBinaries });
  try {
    await writeDumpFile(old.db, backup, now, { onRows });
  } finally {
    await old.close();
    await stopDatabase(folder, { force: true, binaries: oldBinaries });
  }
  const kept = `${place.data}-${from}`;
  await rename(place.data, kept);
  try {
    const database = await openDatabase(undefined, folder, {
      prepare: () => Promise.resolve(undefined),
    });
    const result = await restoreDatabase(database.db, backup, false, onRows).finally(() =>
      database.close(),
    );
    if (result.kind !== "restored")
      throw new Error(`The backup could not be read: ${JSON.stringify(result)}`);
    await rm(backup);
    return { kind: "upgraded", from, to, rows: result.rows, kept };
  } catch (error) {
    await stopDatabase(folder, { force: true });
    await rm(place.data, { recursive: true, force: true });
    await rename(kept, place.data);
    throw error;
  }
}
