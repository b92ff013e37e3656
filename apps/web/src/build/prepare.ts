import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readEnvironment } from "../env.ts";
import { subsetSerif } from "./subset-font.ts";

const state = resolve(import.meta.dirname, "../../../../.triptych");

/** Makes what the pages read besides the record: the subset face. */
export async function prepare(): Promise<void> {
  const record = await readFile(readEnvironment().TRIPTYCH_RECORD, "utf8");
  await mkdir(join(state, "web"), { recursive: true });
  await writeFile(join(state, "web", "serif.woff2"), await subsetSerif(record));
}

if (import.meta.main) await prepare();
