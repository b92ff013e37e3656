import { identify, KeptFiles } from "@triptych/publish";
import type { Cv } from "@triptych/schema";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { previewComposer } from "./compose-preview.ts";
import { canDraw } from "./face.ts";
import type { NamedPreview } from "./named-picture.ts";
import type { Share } from "./share.ts";

export interface PreviewsInput {
  cv: Cv;
  previews: readonly NamedPreview[];
  /** Identity of the program that draws. */
  program: string;
  /** Folder in which pictures are kept for the next build. */
  folder: string;
  /** Puts a picture into the site. */
  put: (path: string, png: Buffer) => Promise<void>;
}

/** Pictures for which starting another thread is worth it. */
const PICTURES_A_THREAD = 50;

function drawInThread(share: Share): Promise<void> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL("./draw-share.ts", import.meta.url), { workerData: share });
    thread.on("error", fail);
    thread.on("exit", () => done());
  });
}

/** Draws on as many threads as there are cores. */
async function drawAll(folder: string, pictures: Share["pictures"]): Promise<void> {
  const threads = Math.min(availableParallelism(), Math.ceil(pictures.length / PICTURES_A_THREAD));
  const shares = Array.from({ length: threads }, (_, share) =>
    pictures.filter((__, index) => index % threads === share),
  );
  await Promise.all(shares.map((own) => drawInThread({ folder, pictures: own })));
}

/**
 * Puts the picture of every page that names one into the site. A picture is what its words, its
 * chart and the program make it: where none of these has changed it is not drawn again.
 */
export async function writePreviews({
  cv,
  previews,
  program,
  folder,
  put,
}: PreviewsInput): Promise<void> {
  const compose = previewComposer(cv, (name) => canDraw("display", name));
  const kept = new KeptFiles(folder);
  const planned = previews.map(({ page, picture, title }) => {
    const preview = compose({ path: page, title });
    const identity = identify([
      ["program", program],
      ["preview", JSON.stringify(preview)],
    ]);
    return { picture, identity, preview };
  });
  const missing = new Map<string, Share["pictures"][number]>();
  for (const one of planned)
    if ((await kept.get(one.identity)) === undefined) missing.set(one.identity, one);
  await drawAll(folder, [...missing.values()]);
  for (const { picture, identity } of planned) {
    const png = await kept.get(identity);
    if (png === undefined) throw new Error(`the picture ${picture} was drawn and is not there`);
    await put(picture, png);
  }
  await kept.forgetUnused();
}
