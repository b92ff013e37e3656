import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree } from "parse5";

/** Attributes that hold one address. */
const HOLDING = new Set(["href", "src", "action", "formaction", "poster", "data"]);
/** Attributes that hold several, with commas between. */
const LISTING = new Set(["srcset", "imagesrcset"]);

/**
 * Pages and style sheets are written for a site at a root; here their addresses become those below
 * the path at which the site stands. An address with a host stays as it is.
 * @param base see `basePath` of the schema
 */
export function movePageBelow(base: string, node: DefaultTreeAdapterMap["node"]): void {
  if (tree.isElementNode(node))
    for (const attribute of node.attrs) {
      if (HOLDING.has(attribute.name))
        attribute.value = attribute.value.replace(/^\/(?!\/)/, `${base}/`);
      else if (LISTING.has(attribute.name))
        attribute.value = attribute.value.replaceAll(/(^|,\s*)\/(?!\/)/g, `$1${base}/`);
    }
  if ("childNodes" in node) for (const child of node.childNodes) movePageBelow(base, child);
}

/** The same for `url()` and `@import` of a style sheet. */
export function moveStyleBelow(base: string, css: string): string {
  return css.replaceAll(/(url\(\s*["']?|@import\s*["'])\/(?!\/)/g, `$1${base}/`);
}
