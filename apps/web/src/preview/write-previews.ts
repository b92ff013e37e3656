import { Resvg } from "@resvg/resvg-js";
import type { Cv } from "@triptych/schema";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { previewComposer } from "./compose-preview.ts";
import { drawPreview } from "./draw-preview.ts";
import { namedPicture } from "./named-picture.ts";
import { writePng } from "./write-png.ts";

/** Part of the cache key: raise it when the same drawing gives other bytes. */
const ENCODING = "1";

/** A picture of the SVG in its own size, as PNG. It holds outlines only, so no font is looked for. */
export function renderPng(svg: string, width?: number): Buffer {
  const fitTo = width === undefined ? { mode: "original" as const } : { mode: "width" as const, value: width };
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
}

/** An opaque picture with few colours. */
export function renderPreview(svg: string): Buffer {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return writePng(pixels, width, height);
}

async function renderCached(svg: string, cache: string): Promise<Buffer> {
  const file = join(
    cache,
    `${createHash("sha256")
      .update(ENCODING + svg)
      .digest("hex")}.png`,
  );
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) return known;
  const bytes = renderPreview(svg);
  await writeFile(file, bytes);
  return bytes;
}

export interface PreviewsInput {
  cv: Cv;
  /** The folder Next exported. */
  exported: string;
  /** Where the pictures go, each at the path its page names. */
  pictures: string;
  /** Pictures of earlier builds, by what they show. */
  cache: string;
}

/** Draws the picture of every exported page that names one. Returns their number. */
export async function writePreviews({ cv, exported, pictures, cache }: PreviewsInput): Promise<number> {
  await mkdir(cache, { recursive: true });
  const compose = previewComposer(cv);
  const files = (await readdir(exported, { recursive: true })).filter((file) => file.endsWith(".html")).sort();
  let count = 0;
  for (const file of files) {
    const named = namedPicture(await readFile(join(exported, file), "utf8"));
    if (named === undefined) continue;
    const path = `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`;
    const target = join(pictures, named.picture);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await renderCached(drawPreview(compose({ path, title: named.title })), cache));
    count += 1;
  }
  return count;
}
