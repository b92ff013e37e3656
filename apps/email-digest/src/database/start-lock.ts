import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "./process-id.ts";

/** The lock appears with its holder's name in it, or a process that is killed in between would leave one that belongs to nobody. */
async function placeLock(file: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Only one process at a time sets up or starts; the lock of one that died is taken over at once, any other after `patience` ms. */
export async function withStartLock<T>(file: string, patience: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    if (await placeLock(file)) break;
    const holder = await readFile(file, "utf8").catch(() => undefined);
    const isHeld = holder === undefined || isAlive(Number(holder));
    if (!isHeld || Date.now() > deadline) await rm(file, { force: true });
    else await wait(100);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
