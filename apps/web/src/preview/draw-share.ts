import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMainThread, workerData } from "node:worker_threads";
import { parse } from "parse5";
import { previewComposer } from "./compose-preview.ts";
import { type Band, drawPreview } from "./draw-preview.ts";
import { canDraw } from "./face.ts";
import { findNamedPicture } from "./named-picture.ts";
import { keepPicture } from "./picture-cache.ts";
import { renderPreview } from "./render-png.ts";
import type { PreviewsInput } from "./write-previews.ts";

/** Part of the cache key: raise it when the same drawing gives other bytes. */
const ENCODING = "3";

/** What one thread draws. */
export interface Share extends PreviewsInput {
  /** Exported pages, as paths below `exported`. */
  files: string[];
}

function renderCached(bands: [Band, Band], cache: string, now: Date): Promise<Buffer> {
  const key = createHash("sha256").update(ENCODING + JSON.stringify(bands));
  return keepPicture(cache, `${key.digest("hex")}.png`, now, () => renderPreview(bands));
}

/** What names the picture stands in the head; only where it does not is the whole page read. */
function readNamedPicture(html: string): ReturnType<typeof findNamedPicture> {
  return findNamedPicture(parse(html.slice(0, html.indexOf("</head>")))) ?? findNamedPicture(parse(html));
}

/** Draws the pictures that the pages of one share name. */
async function drawShare({ cv, exported, pictures, cache, now, files }: Share): Promise<void> {
  const compose = previewComposer(cv, (name) => canDraw("display", name));
  for (const file of files) {
    const named = readNamedPicture(await readFile(join(exported, file), "utf8"));
    if (named === undefined) continue;
    const path = `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`;
    const target = join(pictures, named.picture);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await renderCached(drawPreview(compose({ path, title: named.title })), cache, now));
  }
}

if (!isMainThread) {
  const share: Share = workerData;
  await drawShare(share);
}
