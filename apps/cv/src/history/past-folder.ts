import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** More than a record of thousands of works has. */
const LARGEST = 64 * 1024 * 1024;

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", ["-C", folder, ...args], {
    maxBuffer: LARGEST,
    encoding: "utf8",
  });
  return stdout;
}

export type PastFolder =
  | { kind: "found"; folder: string; dispose: () => Promise<void> }
  | { kind: "no-git" }
  | { kind: "no-repository" }
  | { kind: "no-revision" }
  | { kind: "not-there" };

function explain(error: unknown): PastFolder {
  const code =
    typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return { kind: code === "ENOENT" ? "no-git" : "no-repository" };
}

/**
 * A content folder as it was in a revision of the git repository it stands in, written to a folder
 * of its own that the caller disposes of.
 * @param revision anything git understands: a commit, a tag, `HEAD~3`, `main@{2024-01-01}`
 */
export async function openPastFolder(folder: string, revision: string): Promise<PastFolder> {
  let root: string;
  try {
    root = (await git(folder, ["rev-parse", "--show-toplevel"])).trim();
  } catch (error) {
    return explain(error);
  }
  // What begins with a hyphen would be an option to git.
  const commit = await git(folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  ]).catch(() => "");
  if (commit === "") return { kind: "no-revision" };
  const prefix = (await git(folder, ["rev-parse", "--show-prefix"])).trim();
  const tree = `${commit.trim()}:${prefix.replace(/\/$/, "")}`;
  const names = await git(root, ["ls-tree", "-z", "--name-only", tree]).catch(() => undefined);
  const files = names?.split("\0").filter((name) => /\.ya?ml$/i.test(name)) ?? [];
  if (files.length === 0) return { kind: "not-there" };
  const past = await mkdtemp(join(tmpdir(), "triptych-past-"));
  for (const name of files)
    await writeFile(
      join(past, basename(name)),
      await git(root, ["show", `${commit.trim()}:${prefix}${name}`]),
    );
  return { kind: "found", folder: past, dispose: () => rm(past, { recursive: true, force: true }) };
}

/** What to tell someone whose revision cannot be read. */
export function explainPast(
  outcome: Exclude<PastFolder, { kind: "found" }>,
  folder: string,
  revision: string,
): string {
  const shown = relative(".", folder) || ".";
  switch (outcome.kind) {
    case "no-git":
      return `${revision} is no folder, and git is not installed to look for such a revision.`;
    case "no-repository":
      return (
        `${revision} is no folder, and ${shown} is not in a git repository that could have such ` +
        "a revision."
      );
    case "no-revision":
      return `${revision} is neither a folder nor a revision of the repository of ${shown}.`;
    case "not-there":
      return `In the revision ${revision} there are no content files in ${shown}.`;
  }
}
