// How much source there is, in the tokens of its syntax: `node tests/structure/count-tokens.ts`,
// with revisions of the repository to compare it with.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { x as extract } from "tar";
import { ROOT } from "../support/places.ts";
import { isSource } from "./house.ts";
import { countTokens } from "./syntax.ts";

/** The whole tree of a revision, in a folder of its own. */
function checkOut(revision: string): string {
  const folder = mkdtempSync(join(tmpdir(), "triptych-count-"));
  const archive = join(folder, "tree.tar");
  execFileSync("git", ["archive", "--output", archive, revision], { cwd: ROOT });
  extract({ file: archive, cwd: folder, sync: true });
  return folder;
}

function measure(folder: string): { files: number; lines: number; tokens: number } {
  const sums = { files: 0, lines: 0, tokens: 0 };
  for (const group of ["packages", "apps", "scripts"]) {
    for (const path of readdirSync(join(folder, group), { recursive: true, encoding: "utf8" })) {
      const file = `${group}/${path.replaceAll("\\", "/")}`;
      if (file.includes("node_modules/") || !isSource(file)) continue;
      const text = readFileSync(join(folder, file), "utf8");
      sums.files += 1;
      sums.lines += text.trimEnd().split("\n").length;
      sums.tokens += countTokens(file, text);
    }
  }
  return sums;
}

for (const revision of process.argv.slice(2)) {
  const folder = checkOut(revision);
  console.table({ [revision]: measure(folder) });
  rmSync(folder, { recursive: true });
}
console.table({ now: measure(ROOT) });
