import { Cv } from "@triptych/schema";
import { composeDocument } from "@triptych/view";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readEnvironment } from "../env.ts";
import { bundleScripts } from "./bundle-scripts.ts";
import { listTexts, makeWebFonts } from "./web-fonts.ts";

/**
 * Makes what the pages refer to besides the record: the subset faces and the site's own scripts.
 */
export async function prepare(): Promise<void> {
  const { TRIPTYCH_DIR, TRIPTYCH_RECORD } = readEnvironment();
  const record = Cv.parse(JSON.parse(await readFile(TRIPTYCH_RECORD, "utf8")));
  const folder = join(TRIPTYCH_DIR, "web");
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "fonts"), { recursive: true });
  // The record as it reads says more than its fields do: signs of currencies, for one.
  for (const [name, bytes] of await makeWebFonts(listTexts([record, composeDocument(record)])))
    await writeFile(join(folder, "fonts", name), bytes);
  await bundleScripts(join(folder, "assets"));
}
