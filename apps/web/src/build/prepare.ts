import { identify, KeptFiles } from "@triptych/publish";
import type { Cv } from "@triptych/schema";
import { composeDocument } from "@triptych/view";
import { language } from "../words.ts";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { bundleScripts } from "./bundle-scripts.ts";
import { listTexts, makeWebFonts } from "./web-fonts.ts";

export interface PrepareInput {
  cv: Cv;
  /** Identity of this program. */
  program: string;
  /** Where pages find what they refer to; made anew. */
  folder: string;
  /** Where fonts are kept for the next build. */
  keptFonts: string;
}

/** The subset faces by name: what the record's characters and the program make them. */
async function findWebFonts({
  cv,
  program,
  keptFonts,
}: PrepareInput): Promise<Map<string, Buffer>> {
  // The record as it reads says more than its fields do: symbols of currencies, for one.
  const text = listTexts([cv, composeDocument(cv, language)]);
  // Each letter with the marks on it; so much of the order of characters matters to the files.
  const letters = text.normalize("NFC").match(/\P{M}?\p{M}+|\P{M}/gu) ?? [];
  const characters = [...new Set(letters)].sort().join("\n");
  const kept = new KeptFiles(keptFonts);
  const identity = identify([
    ["program", program],
    ["characters", characters],
  ]);
  const packed = await kept.getOrMake(identity, async () =>
    serialize(await makeWebFonts(characters)),
  );
  await kept.forgetUnused();
  const fonts: Map<string, Buffer> = deserialize(packed);
  return fonts;
}

/**
 * Makes what the pages refer to besides the record: the subset faces and the site's own scripts.
 */
export async function prepare(input: PrepareInput): Promise<void> {
  const { folder } = input;
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "fonts"), { recursive: true });
  for (const [name, bytes] of await findWebFonts(input))
    await writeFile(join(folder, "fonts", name), bytes);
  await bundleScripts(join(folder, "assets"));
}
