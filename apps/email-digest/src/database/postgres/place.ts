import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import type { PoolConfig } from "pg";
import { isReachableByAll, prepareBinaries } from "./binaries.ts";
import { DatabaseUnavailable } from "./database-unavailable.ts";
import type { Account } from "./program.ts";

/** The account that owns everything, and the name of the database. */
export const USER = "triptych";
/** PostgreSQL refuses to run as root; this is the account without rights that every Unix has. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };
/** Bytes of a socket's address on Linux and macOS, with the file's own name and the terminator. */
const LONGEST_SOCKET_FOLDER = 80;

/** Where a server of ours lives, and who runs it. */
export interface Place {
  /** The data folder. */
  data: string;
  /** Folder of the socket. */
  socket: string;
  bin: string;
  account: Account | undefined;
}

const isRoot = () => process.getuid?.() === 0;

/** Where data and socket live. Root's server runs as nobody, who must be able to walk there. */
export async function findPlace(folder: string, otherBinaries?: string): Promise<Place> {
  if (process.platform === "win32") {
    throw new DatabaseUnavailable(
      "The embedded PostgreSQL is not yet started on Windows. Set DATABASE_URL to a " +
        "PostgreSQL server instead.",
    );
  }
  await mkdir(folder, { recursive: true });
  const account = isRoot() ? NOBODY : undefined;
  const needsCopy = account !== undefined && !isReachableByAll(await realpath(dirname(folder)));
  const base = needsCopy ? await reachableFolder(folder) : folder;
  const bin =
    otherBinaries ?? (await prepareBinaries(join(base, "postgres"), account === undefined));
  const data = join(await realpath(base), "data");
  const socket = Buffer.byteLength(base) > LONGEST_SOCKET_FOLDER ? await shortFolder(folder) : base;
  if (account !== undefined) {
    await chown(base, account.uid, account.gid);
    await chown(socket, account.uid, account.gid);
  }
  return { data, socket, bin, account };
}

/** A folder whose name is kept beside the data, so that every process finds the same one. */
async function rememberedFolder(
  folder: string,
  note: string,
  create: () => Promise<string>,
): Promise<string> {
  const file = join(folder, note);
  const known = await readFile(file, "utf8").catch(() => "");
  if (known !== "" && existsSync(known)) return known;
  const made = await create();
  const isFirst = await writeFile(file, made, { flag: known === "" ? "wx" : "w" }).then(
    () => true,
    () => false,
  );
  if (isFirst) return made;
  // Another process was faster; all must agree on one.
  await rm(made, { recursive: true, force: true });
  return readFile(file, "utf8");
}

function reachableFolder(folder: string): Promise<string> {
  return rememberedFolder(folder, "moved-to", async () => {
    const base = "/var/lib";
    const made = await mkdtemp(join(existsSync(base) ? base : tmpdir(), "triptych-"));
    await chmod(made, 0o755);
    return made;
  });
}

function shortFolder(folder: string): Promise<string> {
  return rememberedFolder(folder, "socket-in", () => mkdtemp(join(tmpdir(), "triptych-")));
}

/** How a database of the server is reached. */
export function connectionTo(place: Place, database: string): PoolConfig {
  return { host: place.socket, port: 5432, user: USER, database };
}
