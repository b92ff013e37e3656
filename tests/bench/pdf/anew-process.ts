import { Cv } from "@triptych/schema";
import { fullVariant } from "@triptych/view";
import { en } from "@triptych/words";
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/**
 * Our renderer in a process that keeps nothing it has set: `node anew-process.ts FOLDER RECORD
 * OUT`. Every line of input is answered by a new rendering; the folder is that of the sources of
 * `apps/pdf`.
 */
const [, , folder = "", record = "", out = ""] = process.argv;
const sourceAt = (file: string) => new URL(file, pathToFileURL(`${folder}/`)).href;

/** What is used of `render-cv.tsx`, and of `heap.ts`. */
interface Renderer {
  renderCv(this: void, options: object): Promise<{ kind: string; pdf?: Uint8Array }>;
}
interface Heap {
  boundHeap(this: void, works: number): void;
}

// As the command has it; React decides when it is loaded.
process.env["NODE_ENV"] = "production";
const { renderCv }: Renderer = await import(sourceAt("document/render-cv.tsx"));
const { boundHeap }: Heap = await import(sourceAt("document/heap.ts"));

for await (const _request of createInterface({ input: process.stdin })) {
  const cv = Cv.parse(JSON.parse(await readFile(record, "utf8")));
  boundHeap(cv.publications.length);
  const { kind, pdf } = await renderCv({
    cv,
    variant: fullVariant(en),
    paper: "a4",
    site: cv.settings.url,
    date: new Date(0),
  });
  if (pdf === undefined) throw new Error(`The rendering ended with ${kind}.`);
  await writeFile(out, pdf);
  process.stdout.write("done\n");
}
