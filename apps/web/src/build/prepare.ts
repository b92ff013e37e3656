import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readEnvironment } from "../env.ts";
import { makeWebFonts } from "./web-fonts.ts";

/** Makes what the pages read besides the record: the subset faces. */
export async function prepare(): Promise<void> {
  const { TRIPTYCH_DIR, TRIPTYCH_RECORD } = readEnvironment();
  const folder = join(TRIPTYCH_DIR, "web", "fonts");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of await makeWebFonts(await readFile(TRIPTYCH_RECORD, "utf8"))) await writeFile(join(folder, name), bytes);
}
