import { KeptFiles } from "@triptych/publish";
import { isMainThread, workerData } from "node:worker_threads";
import { drawPreview } from "./draw-preview.ts";
import { paintPreview } from "./paint-preview.ts";
import type { Share } from "./share.ts";

/** Draws the pictures of one share and keeps each under its identity. */
async function drawShare({ folder, pictures }: Share): Promise<void> {
  const kept = new KeptFiles(folder);
  for (const { identity, preview } of pictures)
    await kept.keep(identity, paintPreview(drawPreview(preview)));
}

if (!isMainThread) {
  const share: Share = workerData;
  await drawShare(share);
}
