import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";
import { isReachableByAll, majorOfBinaries, majorOfData, prepareBinaries } from "./binaries.ts";
import { DatabaseUnavailable } from "./database-unavailable.ts";
import { type Account, runProgram } from "./program.ts";
import { freeServerLocks } from "./server-locks.ts";
import { withStartLock } from "./start-lock.ts";

/** A running PostgreSQL of our own. */
export interface EmbeddedDatabase {
  connection: PoolConfig;
  /** Whether this call started the server; otherwise someone else did, and it is theirs to stop. */
  started: boolean;
  stop(): Promise<void>;
}

const USER = "triptych";
/** PostgreSQL refuses to run as root; this is the account without rights that every Unix has. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };
/** Bytes of a socket's address on Linux and macOS, with the file's own name and the terminator. */
const LONGEST_SOCKET_FOLDER = 80;
const START_TIMEOUT_MS = 20_000;

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
      "The embedded PostgreSQL is not yet started on Windows. Set DATABASE_URL to a PostgreSQL server instead.",
    );
  }
  await mkdir(folder, { recursive: true });
  const account = isRoot() ? NOBODY : undefined;
  const needsCopy = account !== undefined && !isReachableByAll(await realpath(dirname(folder)));
  const base = needsCopy ? await reachableFolder(folder) : folder;
  const bin =
    otherBinaries ??
    (await prepareBinaries(account === undefined ? undefined : join(base, "postgres")));
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

function connectionTo(place: Place, database: string): PoolConfig {
  return { host: place.socket, port: 5432, user: USER, database };
}

/**
 * Whether the server that answers on the socket is the one of this data folder. Never judged by a
 * process id.
 */
async function isRunning(place: Place): Promise<boolean> {
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
    `The database was written by PostgreSQL ${written}, and this is ${ours}. Nothing was touched. Run: npm run digest -- db upgrade`,
  );
}

async function initialise(place: Place): Promise<void> {
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
  const { code, output } = await runProgram(join(place.bin, "initdb"), args, place.account);
  if (code !== 0)
    throw new DatabaseUnavailable(`The embedded PostgreSQL could not be set up:\n${output.trim()}`);
  await rename(draft, place.data);
}

/**
 * A server that was killed needs a moment before a new one may take its place; until then starting
 * is tried again.
 */
async function startServer(place: Place, log: string): Promise<void> {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: place.socket }).flatMap(
    ([name, value]) => ["-c", `${name}='${value}'`],
  );
  const args = ["-D", place.data, "-l", log, "-w", "-t", "30", "-o", settings.join(" "), "start"];
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    await freeServerLocks(place);
    const { code } = await runProgram(join(place.bin, "pg_ctl"), args, place.account, "ignore");
    if (code === 0 || (await isRunning(place))) return;
    if (Date.now() > deadline) {
      const tail = (await readFile(log, "utf8").catch(() => ""))
        .trim()
        .split("\n")
        .slice(-8)
        .join("\n");
      throw new DatabaseUnavailable(`The embedded PostgreSQL did not start:\n${tail}`);
    }
    await wait(300);
  }
}

async function createDatabase(place: Place): Promise<void> {
  const client = new Client(connectionTo(place, "postgres"));
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [USER]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${USER}`).catch((error: unknown) => {
        // Another process may have made it in between: as a duplicate (42P04), or at the very same
        // moment (23505).
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code !== "42P04" && code !== "23505") throw error;
      });
  } finally {
    await client.end();
  }
}

/** How many sessions others hold on the server. */
async function countOthers(place: Place): Promise<number> {
  const client = new Client(connectionTo(place, "postgres"));
  await client.connect();
  try {
    const { rows } = await client.query<{ others: string }>(
      "SELECT count(*) AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return Number(rows[0]?.others ?? 0);
  } finally {
    await client.end();
  }
}

/**
 * Stops the server of a folder and waits for it; `false` where none was running, or where others
 * still use it and `force` is not set.
 */
export async function stopDatabase(
  folder: string,
  { force = false, binaries }: { force?: boolean; binaries?: string } = {},
): Promise<boolean> {
  const place = await findPlace(folder, binaries);
  if (!(await isRunning(place))) return false;
  if (!force && (await countOthers(place)) > 0) return false;
  await runProgram(
    join(place.bin, "pg_ctl"),
    ["-D", place.data, "-m", "fast", "-w", "stop"],
    place.account,
  );
  return true;
}

/**
 * A PostgreSQL in `folder`, started if nobody has: real, from npm, reached over a socket, shared by
 * all processes of this machine.
 * @param binaries a `bin` folder to use instead of the one from npm
 * @throws DatabaseUnavailable with what to do, where the platform has none
 */
export async function ensureDatabase(folder: string, binaries?: string): Promise<EmbeddedDatabase> {
  const place = await findPlace(folder, binaries);
  const started = await withStartLock(
    join(folder, "starting"),
    START_TIMEOUT_MS + 40_000,
    async () => {
      if (await isRunning(place)) return false;
      await initialise(place);
      await startServer(place, join(place.socket, "server.log"));
      return true;
    },
  );
  await createDatabase(place);
  return {
    connection: connectionTo(place, USER),
    started,
    stop: () =>
      stopDatabase(folder, binaries === undefined ? {} : { binaries }).then(() => undefined),
  };
}
