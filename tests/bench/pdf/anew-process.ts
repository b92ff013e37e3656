import { Cv } from "@triptych/schema";
import { FULL_VARIANT } from "@triptych/view";
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";

/**
 * Our renderer in a process that keeps nothing it has set: `node anew-process.ts MODULE RECORD OUT`. Every line of input is answered by a new
 * rendering.
 */
const [, , module = "", record = "", out = ""] = process.argv;

/** What is used of `apps/pdf/src/render-cv.tsx`. */
interface Renderer {
  renderCv(this: void, options: object): Promise<{ kind: string; pdf?: Uint8Array }>;
}
const { renderCv }: Renderer = await import(module);

// As the command does.
setFlagsFromString("--heap-growing-percent=20");

for await (const _request of createInterface({ input: process.stdin })) {
  const cv = Cv.parse(JSON.parse(await readFile(record, "utf8")));
  const { kind, pdf } = await renderCv({ cv, variant: FULL_VARIANT, paper: "a4", site: cv.settings.url, date: new Date(0) });
  if (pdf === undefined) throw new Error(`The rendering ended with ${kind}.`);
  await writeFile(out, pdf);
  process.stdout.write("done\n");
}
