import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { attribute, byTag, type Element, parsePage } from "../../support/html-page.ts";

/**
 * What a first view loads, as the HTML and its style sheets' typefaces name it. Bytes are brotli
 * 11, except for fonts and pictures, which are compressed already.
 */
export interface PageWeight {
  requests: number;
  total: number;
  script: number;
  style: number;
  /**
   * Script of the framework: files under `/_next/`, and what runs inside the page, counted as
   * written.
   */
  framework: number;
  preloadedFonts: number;
  preloadedFontBytes: number;
  thirdParty: number;
}

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const present = (values: readonly (string | undefined)[]) =>
  values.flatMap((value) => (value === undefined || value.startsWith("data:") ? [] : [value]));
/** Bytes, as written, of script that stands in the page and runs; structured data does not run. */
function inlineScriptBytes(scripts: readonly Element[]): number {
  const running = scripts.filter(
    (element) =>
      attribute(element, "src") === undefined &&
      attribute(element, "type") !== "application/ld+json",
  );
  return running
    .flatMap(({ childNodes }) =>
      childNodes.map((child) => ("value" in child ? Buffer.byteLength(child.value) : 0)),
    )
    .reduce((a, b) => a + b, 0);
}

const isOwn = (url: string) => /^\/(?!\/)/.test(url);

/**
 * Weighs one page of a site folder. Old-browser scripts (`nomodule`) are not counted: no current
 * browser loads them.
 */
export async function weighPage(site: string, path: string): Promise<PageWeight> {
  const html = await readFile(join(site, path, "index.html"));
  const page = parsePage(html.toString("utf8"));
  const scripts = byTag(page, "script").filter(
    (element) => attribute(element, "nomodule") === undefined,
  );
  const links = byTag(page, "link");
  const rel = (value: string) => links.filter((element) => attribute(element, "rel") === value);
  const fonts = present(
    rel("preload").flatMap((element) =>
      attribute(element, "as") === "font" ? [attribute(element, "href")] : [],
    ),
  );
  const styles = present(rel("stylesheet").map((element) => attribute(element, "href")));
  const sources = present(scripts.map((element) => attribute(element, "src")));
  const pictures = present(byTag(page, "img").map((element) => attribute(element, "src")));
  const named = [...fonts, ...styles, ...sources, ...pictures];
  // Every page is set in all faces that its style sheets name, preloaded or not.
  const sheets = await Promise.all(
    styles
      .filter(isOwn)
      .map((url) => readFile(join(site, new URL(url, "http://site.example").pathname), "utf8")),
  );
  const faces = sheets.flatMap((css) =>
    [...css.matchAll(/url\(["']?(\/fonts\/[^"')]+)/g)].map(([, url]) => url ?? ""),
  );
  const all = [...new Set([...named, ...faces])];
  const own = all.filter(isOwn);
  const sizes = new Map<string, number>();
  for (const url of own) {
    const bytes = await readFile(join(site, new URL(url, "http://site.example").pathname));
    sizes.set(url, /\.(css|js|svg)(\?|$)/.test(url) ? brotli(bytes) : bytes.length);
  }
  const sum = (urls: readonly string[]) =>
    [...new Set(urls)].reduce((total, url) => total + (sizes.get(url) ?? 0), 0);
  return {
    requests: all.length + 1,
    total: brotli(html) + sum(own),
    script: sum(sources),
    style: sum(styles),
    framework: sum(sources.filter((url) => url.startsWith("/_next/"))) + inlineScriptBytes(scripts),
    preloadedFonts: fonts.length,
    preloadedFontBytes: sum(fonts),
    thirdParty: all.length - own.length,
  };
}
