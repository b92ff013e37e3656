import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "./process-id.ts";

/**
 * The lock appears with its holder's name in it, or a process that is killed in between would leave
 * one that belongs to nobody.
 */
async function placeLock(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content);
  try {
    await link(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

const nameHolder = () => `${process.pid} ${randomUUID()}`;
const readHolder = (file: string) => readFile(file, "utf8").catch(() => undefined);
const isHeld = (holder: string) => isAlive(Number(holder.split(" ")[0]));

/**
 * For work of a moment. Such a lock is taken over from the dead only, so that whoever holds it may
 * simply take it away.
 */
async function withShortLock(file: string, work: () => Promise<void>): Promise<void> {
  const own = nameHolder();
  while (!(await placeLock(file, own))) {
    const holder = await readHolder(file);
    if (holder === undefined) continue;
    if (isHeld(holder)) await wait(1);
    else await removeLock(file, holder);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * Takes this lock away and no other: somebody else may have done so and put their own in its place
 * since it was looked at. Every holder has a name of its own, and whoever removes its lock holds
 * another one of that name: what is looked at cannot change before it is removed.
 */
export async function removeLock(file: string, content: string): Promise<void> {
  const [, name = ""] = content.split(" ");
  await withShortLock(`${file}.${name}`, async () => {
    if ((await readHolder(file)) === content) await rm(file, { force: true });
  });
}

/**
 * Only one process at a time sets up or starts; the lock of one that died is taken over at once,
 * any other after `patience` ms.
 */
export async function withStartLock<T>(
  file: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + patience;
  const own = nameHolder();
  while (!(await placeLock(file, own))) {
    const holder = await readHolder(file);
    if (holder === undefined) continue;
    if (!isHeld(holder) || Date.now() > deadline) await removeLock(file, holder);
    else await wait(100);
  }
  try {
    return await work();
  } finally {
    await removeLock(file, own);
  }
}
