import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMainThread, workerData } from "node:worker_threads";
import { parse } from "parse5";
import { previewComposer } from "./compose-preview.ts";
import { drawPreview } from "./draw-preview.ts";
import { canDraw } from "./face.ts";
import { findNamedPicture } from "./named-picture.ts";
import { paintPreview } from "./paint-preview.ts";
import type { PreviewsInput } from "./write-previews.ts";

/** What one thread draws. */
export interface Share extends PreviewsInput {
  /** Exported pages, as paths below `exported`. */
  files: string[];
}

/** What names the picture stands in the head; only where it does not is the whole page read. */
function readNamedPicture(html: string): ReturnType<typeof findNamedPicture> {
  return (
    findNamedPicture(parse(html.slice(0, html.indexOf("</head>")))) ?? findNamedPicture(parse(html))
  );
}

/** Draws the pictures that the pages of one share name. */
async function drawShare({ cv, exported, pictures, files }: Share): Promise<void> {
  const compose = previewComposer(cv, (name) => canDraw("display", name));
  for (const file of files) {
    const named = readNamedPicture(await readFile(join(exported, file), "utf8"));
    if (named === undefined) continue;
    const path = `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`;
    const target = join(pictures, named.picture);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, paintPreview(drawPreview(compose({ path, title: named.title }))));
  }
}

if (!isMainThread) {
  const share: Share = workerData;
  await drawShare(share);
}
