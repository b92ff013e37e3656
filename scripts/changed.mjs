// What differs from the main branch: commits of one's own, and what is not committed yet.
import { execFileSync } from "node:child_process";

function git(root, ...args) {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" })
    .split("\n")
    .filter((line) => line !== "");
}

function exists(root, revision) {
  try {
    git(root, "rev-parse", "--verify", "--quiet", revision);
    return true;
  } catch {
    return false;
  }
}

/**
 * The commit from which one's own work goes on, and the folders of packages and apps touched since.
 * @param {string} root the repository
 */
export function findChanges(root) {
  const main = ["origin/main", "main"].find((revision) => exists(root, revision)) ?? "HEAD";
  const [since] = git(root, "merge-base", "HEAD", main);
  const files = [
    ...git(root, "diff", "--name-only", since),
    ...git(root, "ls-files", "--others", "--exclude-standard"),
  ];
  const folders = files.flatMap((file) => /^(?:packages|apps)\/[^/]+\//.exec(file) ?? []);
  return { since, folders: [...new Set(folders)] };
}
