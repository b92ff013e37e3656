import type { ChildProcess } from "node:child_process";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { explainSurroundings } from "@triptych/terminal";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { majorOfBinaries, majorOfData, withPlainPath } from "./binaries.ts";
import { DatabaseUnavailable } from "./database-unavailable.ts";
import { connectionTo, type Place, USER } from "./place.ts";
import { leaveProgram, runProgram } from "./program.ts";
import { freeServerLocks } from "./server-locks.ts";

/** Starting is tried again until then; a server that still reads its log may take as long again. */
export const START_TIMEOUT_MS = 30_000;

const SETTINGS = {
  listen_addresses: "",
  // Nobody else on this machine may connect; the server asks for no password.
  unix_socket_permissions: "0700",
  // A session's shared memory files are deleted at log-out on some systems; mapped ones stay.
  dynamic_shared_memory_type: "mmap",
  shared_buffers: "16MB",
  max_connections: "60",
  logging_collector: "off",
  // Statements and their values hold addresses, which do not belong in a log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  // Old log is deleted instead of being kept under a new name, or it would hold addresses that are
  // erased.
  wal_recycle: "off",
};

/**
 * Whether the server that answers on the socket is the one of this data folder. Never judged by a
 * process id.
 */
export async function isRunning(place: Place): Promise<boolean> {
  const client = new Client({ ...connectionTo(place, "postgres"), connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === place.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A server cannot read what another major version wrote, and must not try. */
function requireSameMajor(written: number, ours: number): void {
  if (written === ours) return;
  throw new DatabaseUnavailable(
    `The database was written by PostgreSQL ${written}, and this is ${ours}. Nothing was ` +
      "touched. Run: npm run digest -- db upgrade",
  );
}

/** Makes an empty data folder, where there is none yet. */
export async function initialise(place: Place): Promise<void> {
  const written = await majorOfData(place.data);
  if (written !== undefined) return requireSameMajor(written, await majorOfBinaries(place.bin));
  const draft = `${place.data}.tmp`;
  await rm(draft, { recursive: true, force: true });
  const args = [
    "-D",
    draft,
    "-U",
    USER,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
  ];
  const { code, output } = await withPlainPath(place.bin, (bin) =>
    runProgram(join(bin, "initdb"), args, place.account),
  );
  if (code !== 0)
    throw new DatabaseUnavailable(`The embedded PostgreSQL could not be set up:\n${output.trim()}`);
  await rename(draft, place.data);
}

/** Waits until a server that was started answers; false where it has ended instead. */
async function answers(place: Place, server: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    if (await isRunning(place)) return true;
    await wait(50);
  }
  return isRunning(place);
}

const endOf = async (log: string) =>
  (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-8).join("\n");

/**
 * A server that was killed needs a moment before a new one may take its place; until then starting
 * is tried again.
 */
export async function startServer(place: Place, log: string): Promise<void> {
  // A list of folders, in which a comma would end one; between quotes it is part of a name.
  const socket = `"${place.socket.replaceAll('"', '""')}"`;
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: socket });
  const args = [
    "-D",
    place.data,
    ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    await freeServerLocks(place);
    const program = join(place.bin, "postgres");
    if (await answers(place, await leaveProgram(program, args, place.account, log))) return;
    const said = await endOf(log);
    const full = said.includes("No space left")
      ? explainSurroundings({ code: "ENOSPC" })
      : undefined;
    if (full !== undefined || Date.now() > deadline)
      throw new DatabaseUnavailable(full ?? `The embedded PostgreSQL did not start:\n${said}`);
    await wait(300);
  }
}
