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

interface Size {
  files: number;
  lines: number;
  tokens: number;
}

/** Sizes of packages, apps and scripts, and of all of them. */
function measure(folder: string): Record<string, Size> {
  const sizes: Record<string, Size> = {};
  const all = { files: 0, lines: 0, tokens: 0 };
  for (const group of ["packages", "apps", "scripts"]) {
    for (const path of readdirSync(join(folder, group), { recursive: true, encoding: "utf8" })) {
      const file = `${group}/${path.replaceAll("\\", "/")}`;
      if (file.includes("node_modules/") || !isSource(file)) continue;
      const text = readFileSync(join(folder, file), "utf8");
      const lines = text.trimEnd().split("\n").length;
      const tokens = countTokens(file, text);
      const place = group === "scripts" ? group : file.split("/").slice(0, 2).join("/");
      for (const size of [(sizes[place] ??= { files: 0, lines: 0, tokens: 0 }), all]) {
        size.files += 1;
        size.lines += lines;
        size.tokens += tokens;
      }
    }
  }
  return { ...sizes, all };
}

for (const revision of process.argv.slice(2)) {
  const folder = checkOut(revision);
  process.stdout.write(`${revision}\n`);
  console.table(measure(folder));
  rmSync(folder, { recursive: true });
}
process.stdout.write("now\n");
console.table(measure(ROOT));
