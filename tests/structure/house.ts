import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/places.ts";

/** Every file that git knows or would know, by its path from the root. */
export const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard"],
  {
    cwd: ROOT,
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(ROOT, file)));

export const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

const isTest = (file: string) =>
  /\.test\.(tsx?|mjs)$/.test(file) || /\/(testing|tests)\//.test(file);

const isCode = (file: string) =>
  /^(packages|apps)\/.*\.tsx?$|^scripts\/.*\.mjs$/.test(file) && !file.includes("/generated/");

/** Whether a file's code runs where the product runs. */
export const isSource = (file: string) => isCode(file) && !isTest(file);

/** Code of packages, apps and scripts, tests included, what is generated left out. */
export const code = files.filter(isCode);

export const source = files.filter(isSource);

/** Files in which a pattern occurs, each with its first place. */
export function findPattern(candidates: readonly string[], pattern: RegExp): string[] {
  return candidates.flatMap((file) => {
    const found = pattern.exec(read(file));
    return found === null ? [] : [`${file}: ${found[0]}`];
  });
}
