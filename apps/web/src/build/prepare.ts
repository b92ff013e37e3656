import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readEnvironment } from "../env.ts";
import { bundleScripts } from "./bundle-scripts.ts";
import { subsetSerif } from "./subset-font.ts";

/** Makes what the pages read besides the record: the subset face and the scripts. */
export async function prepare(): Promise<void> {
  const { TRIPTYCH_DIR, TRIPTYCH_RECORD } = readEnvironment();
  const record = await readFile(TRIPTYCH_RECORD, "utf8");
  await mkdir(join(TRIPTYCH_DIR, "web"), { recursive: true });
  await writeFile(join(TRIPTYCH_DIR, "web", "serif.woff2"), await subsetSerif(record));
  await bundleScripts(join(TRIPTYCH_DIR, "web", "assets"));
}
