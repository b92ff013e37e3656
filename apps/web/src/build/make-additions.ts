import { Cv } from "@triptych/schema";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readEnvironment } from "../env.ts";
import { writeIcons } from "../icon/write-icons.ts";
import { writePreviews } from "../preview/write-previews.ts";

/** Draws what the exported pages name: icons and link previews. The folder is made anew. */
export async function drawPictures(): Promise<void> {
  const { TRIPTYCH_DIR, TRIPTYCH_RECORD } = readEnvironment();
  const pictures = join(TRIPTYCH_DIR, "pictures");
  await rm(pictures, { recursive: true, force: true });
  await writeIcons(pictures);
  const cv = Cv.parse(JSON.parse(await readFile(TRIPTYCH_RECORD, "utf8")));
  await writePreviews({ cv, exported: join(TRIPTYCH_DIR, "next"), pictures, cache: join(TRIPTYCH_DIR, "preview-cache") });
}
