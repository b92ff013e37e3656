import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { threadId } from "node:worker_threads";

/** Pictures unused for longer are deleted, in ms. Long enough for records that are built in turn and share a folder; a picture is drawn again in 0.1 s. */
const KEPT = 86_400_000;

/** The picture of a name, drawn only where the folder does not hold it; that it was used `now` is noted as the time of its file. */
export async function keepPicture(folder: string, name: string, now: Date, draw: () => Buffer): Promise<Buffer> {
  const file = join(folder, name);
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) {
    // Another build may have deleted it meanwhile.
    await utimes(file, now, now).catch(() => undefined);
    return known;
  }
  const bytes = draw();
  // Another thread may draw the same picture; nobody reads half a file.
  const draft = `${file}.${process.pid}.${threadId}`;
  await writeFile(draft, bytes);
  await rename(draft, file);
  return bytes;
}

/** Deletes what no build has used for a day. */
export async function pruneCache(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const used = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (used !== undefined && used < now.getTime() - KEPT) await rm(file, { force: true });
  }
}
