import type { Cv } from "@triptych/schema";
import { readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Share } from "./draw-share.ts";

export interface PreviewsInput {
  cv: Cv;
  /** The folder Next exported. */
  exported: string;
  /** Where the pictures go, each at the path its page names. */
  pictures: string;
}

/** Pages for which starting another thread is worth it. */
const PAGES_A_THREAD = 50;

function drawInThread(share: Share): Promise<void> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL("./draw-share.ts", import.meta.url), { workerData: share });
    thread.on("error", fail);
    thread.on("exit", () => done());
  });
}

/**
 * Draws the picture of every exported page that names one, on as many threads as there are cores.
 */
export async function writePreviews(input: PreviewsInput): Promise<void> {
  const files = (await readdir(input.exported, { recursive: true }))
    .filter((file) => file.endsWith(".html"))
    .sort();
  const threads = Math.max(
    1,
    Math.min(availableParallelism(), Math.ceil(files.length / PAGES_A_THREAD)),
  );
  const shares = Array.from({ length: threads }, (_, share) =>
    files.filter((__, index) => index % threads === share),
  );
  await Promise.all(shares.map((own) => drawInThread({ ...input, files: own })));
}
