import type { Cv } from "@triptych/schema";
import { readFile } from "node:fs/promises";
import { workAddress } from "../addresses.ts";
import { FORMATS } from "../bibliography.ts";
import { drawIcons } from "../icon/draw-icons.ts";
import type { SiteDraft } from "../seal/site-draft.ts";

/**
 * The citation files of every work: a route of the framework would take several times as long for
 * each.
 */
async function addCitations(cv: Cv, draft: SiteDraft): Promise<void> {
  for (const { id } of cv.publications)
    for (const [format, { write }] of Object.entries(FORMATS)) {
      const path = `${workAddress(id).slice(1)}cite.${format}`;
      await draft.add(path, Buffer.from(write(cv, [id]).text));
    }
}

async function addIcons(draft: SiteDraft): Promise<void> {
  const drawing = await readFile(new URL("../app/icon.svg", import.meta.url), "utf8");
  for (const [name, bytes] of drawIcons(drawing)) await draft.add(name, bytes);
}

/** Adds what needs no export: icons, and the citations of each work. */
export async function addSmallFiles(cv: Cv, draft: SiteDraft): Promise<void> {
  await addIcons(draft);
  await addCitations(cv, draft);
}
