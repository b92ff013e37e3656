import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "./process-id.ts";

/** The lock appears with its holder's name in it, or a process that is killed in between would leave one that belongs to nobody. */
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

/** Takes this lock away and no other: somebody else may have done so and put their own in its place since it was looked at. */
export async function removeLock(file: string, content: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, "utf8")) !== content) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Only one process at a time sets up or starts; the lock of one that died is taken over at once, any other after `patience` ms. */
export async function withStartLock<T>(file: string, patience: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience;
  const own = `${process.pid} ${randomUUID()}`;
  while (!(await placeLock(file, own))) {
    const holder = await readFile(file, "utf8").catch(() => undefined);
    if (holder === undefined) continue;
    const isHeld = isAlive(Number(holder.split(" ")[0]));
    if (!isHeld || Date.now() > deadline) await removeLock(file, holder);
    else await wait(100);
  }
  try {
    return await work();
  } finally {
    await removeLock(file, own);
  }
}
