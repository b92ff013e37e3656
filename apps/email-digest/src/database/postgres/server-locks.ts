import { chown, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandOf, isAlive } from "./process-id.ts";

/** An id that no process has, on any system: the largest that PostgreSQL reads. */
const NOBODY = 2_147_483_647;

/**
 * A server that was killed leaves its process id in two files, and PostgreSQL will not start while
 * any process of the same user has that id. Where a stranger has it by now, the id is struck out.
 * The rest of the file stays: by it PostgreSQL finds out whether parts of the old server still live
 * (CreateLockFile in its miscinit.c).
 */
async function strikeOut(file: string, data: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => "");
  const [first = "", ...others] = text.split("\n");
  const pid = Number(first);
  if (!isAlive(pid)) return;
  const command = await commandOf(pid);
  if (command === undefined || command.includes(data)) return;
  const { uid, gid } = await stat(file);
  const draft = `${file}.tmp`;
  await writeFile(draft, [NOBODY, ...others].join("\n"), { mode: 0o600 });
  await chown(draft, uid, gid);
  await rename(draft, file);
}

/**
 * Lets go of what a killed server of this data folder held under an id that is another process's
 * now.
 */
export async function freeServerLocks({
  data,
  socket,
}: {
  data: string;
  socket: string;
}): Promise<void> {
  await strikeOut(join(data, "postmaster.pid"), data);
  await strikeOut(join(socket, ".s.PGSQL.5432.lock"), data);
}
