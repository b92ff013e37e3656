import { Cv } from "@triptych/schema";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { workAddress } from "../addresses.ts";
import { FORMATS } from "../bibliography.ts";
import { readEnvironment } from "../env.ts";
import { writeIcons } from "../icon/write-icons.ts";
import { writePreviews } from "../preview/write-previews.ts";

/**
 * The citation files of every work: a route of the framework would take several times as long for
 * each.
 */
async function writeCitations(cv: Cv, additions: string): Promise<void> {
  for (const { id } of cv.publications) {
    const folder = join(additions, workAddress(id));
    await mkdir(folder, { recursive: true });
    for (const [format, { write }] of Object.entries(FORMATS))
      await writeFile(join(folder, `cite.${format}`), write(cv, [id]).text);
  }
}

/**
 * Makes what the site holds beside the exported pages: icons, citations, and the link previews that
 * the pages name. The folder is made anew.
 */
export async function makeAdditions(additions: string): Promise<string> {
  const { TRIPTYCH_DIR, TRIPTYCH_RECORD } = readEnvironment();
  await rm(additions, { recursive: true, force: true });
  const cv = Cv.parse(JSON.parse(await readFile(TRIPTYCH_RECORD, "utf8")));
  await Promise.all([
    writePreviews({ cv, exported: join(TRIPTYCH_DIR, "next"), pictures: additions }),
    writeIcons(additions),
    writeCitations(cv, additions),
  ]);
  return additions;
}
