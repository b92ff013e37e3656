import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree } from "parse5";

/** `href` of these is followed by a reader, not loaded with the page. */
const FOLLOWED = new Set(["a", "area"]);
const LOADING = new Set(["src", "href", "poster", "data"]);

function referencesOf(node: DefaultTreeAdapterMap["node"]): string[] {
  const own = tree.isElementNode(node) && !FOLLOWED.has(node.tagName) ? node.attrs : [];
  const references = own.flatMap(({ name, value }) => {
    // Next and React write their preloads with `imagesrcset`.
    if (name === "srcset" || name === "imagesrcset")
      return value.split(",").map((candidate) => candidate.trim().split(/\s/)[0] ?? "");
    return LOADING.has(name) ? [value] : [];
  });
  return "childNodes" in node
    ? [...references, ...node.childNodes.flatMap(referencesOf)]
    : references;
}

/**
 * Every address that a page loads: scripts, style sheets, pictures and their candidates, icons,
 * alternates.
 */
export function listPageReferences(document: DefaultTreeAdapterMap["document"]): string[] {
  return referencesOf(document);
}

/** Every address in `url()` or `@import` of a style sheet (CSS Values 4, section 4.5). */
export function listStyleReferences(css: string): string[] {
  const text = css.replaceAll(/\/\*[^]*?\*\//g, "");
  const matches = text.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s*(?:"([^"]*)"|'([^']*)')/g,
  );
  return [...matches].flatMap((match) => match.slice(1).filter((part) => part !== undefined));
}

/**
 * References that lead to this site and to no file of it.
 * @param from path of the referring file below the site's root
 * @param files paths of the site's files, without a leading slash
 * @param base the path below which the site stands; what leads above it is missing
 */
export function findMissing(
  from: string,
  references: readonly string[],
  files: ReadonlySet<string>,
  base = "",
): string[] {
  const origin = "https://site.invalid";
  const site = `${origin}${base}/`;
  return references.flatMap((reference) => {
    if (!URL.canParse(reference, `${site}${from}`)) return [reference];
    const url = new URL(reference, `${site}${from}`);
    if (url.origin !== origin) return [];
    if (!url.href.startsWith(site)) return [url.pathname];
    const path = decodeURIComponent(url.pathname.slice(base.length + 1));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    return files.has(file) ? [] : [file];
  });
}
