import { join } from "node:path";
import { readdir } from "node:fs/promises";
import { ROOT } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";

/** Writes all variants of a record with the command that users have; the files that it wrote. */
export async function writePdfs(content: string, folder: string): Promise<string[]> {
  const main = join(ROOT, "apps/pdf/src/main.ts");
  // Named as an option it comes before a record that the environment names, as whole runs do.
  const args = [...JSX, main, "--all", "--dir", content, "--out", folder];
  const { code, stderr } = await runNode(args, { cwd: ROOT });
  if (code !== 0) throw new Error(`the PDFs of ${content} were not written: ${stderr}`);
  const names = await readdir(folder);
  return names.toSorted().map((name) => join(folder, name));
}
