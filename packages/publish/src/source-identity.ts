import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { identify, type IdentityPart } from "./identity.ts";

/**
 * What lies beside source and is none: installed packages, tests and what they share, output, what
 * editors leave; and the record, which is a part of its own.
 */
const OTHERS = /^(node_modules|content|tests|testing|\..*)$/;

/** What every program hangs on: versions of libraries, how TSX is read. */
const SHARED = [
  "package.json",
  "pnpm-lock.yaml",
  // Where npm has installed the libraries.
  "package-lock.json",
  "scripts/jsx.mjs",
  "tsconfig.base.json",
];

/** Tests reach no result. */
const isSource = (name: string) => !OTHERS.test(name) && !/\.test\.tsx?$/.test(name);

async function listSources(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return undefined;
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  if (entries === undefined) return [path];
  const below = entries
    .filter(({ name }) => isSource(name))
    .map(async (entry) => {
      const inside = join(path, entry.name);
      return entry.isDirectory() ? listSources(inside) : [inside];
    });
  return (await Promise.all(below)).flat().sort();
}

/** The folders of a package and of all packages of this repository that it needs. */
async function listPackages(root: string, folder: string, found = new Set<string>()) {
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(root, folder, "package.json"), "utf8"),
  );
  for (const [name, version] of Object.entries(dependencies))
    if (version.startsWith("workspace:"))
      await listPackages(root, `packages/${name.replace("@triptych/", "")}`, found);
  return found;
}

/**
 * The identity of a program: of every source file of its package and of those it needs, of the
 * lockfile, and of the Node that runs it.
 * @param root the repository
 * @param folder of the program's package, from there
 */
export async function identifyProgram(root: string, folder: string): Promise<string> {
  const packages = [...(await listPackages(root, folder))].sort();
  const files = (
    await Promise.all([...packages, ...SHARED].map((path) => listSources(join(root, path))))
  ).flat();
  const parts = await Promise.all(
    files.map(async (file): Promise<IdentityPart> => [
      relative(root, file).replaceAll(sep, "/"),
      await readFile(file),
    ]),
  );
  return identify([["node", `${process.version} ${process.platform} ${process.arch}`], ...parts]);
}
