import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readEnvironment } from "../env.ts";
import { subsetSerif } from "./subset-font.ts";

/** Makes what the pages read besides the record: the subset face. */
export async function prepare(): Promise<void> {
  const { TRIPTYCH_DIR, TRIPTYCH_RECORD } = readEnvironment();
  const record = await readFile(TRIPTYCH_RECORD, "utf8");
  await mkdir(join(TRIPTYCH_DIR, "web"), { recursive: true });
  await writeFile(join(TRIPTYCH_DIR, "web", "serif.woff2"), await subsetSerif(record));
}
