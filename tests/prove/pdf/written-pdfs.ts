import { join } from "node:path";
import { readdir } from "node:fs/promises";
import { ROOT } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";

/** Writes all variants of a record with the command that users have; the files that it wrote. */
export async function writePdfs(content: string, folder: string): Promise<string[]> {
  const args = [...JSX, join(ROOT, "apps/pdf/src/main.ts"), "--all", "--out", folder];
  const env = { CV_DIR: content };
  const { code, stderr } = await runNode(args, { cwd: ROOT, env });
  if (code !== 0) throw new Error(`the PDFs of ${content} were not written: ${stderr}`);
  const names = await readdir(folder);
  return names.toSorted().map((name) => join(folder, name));
}
