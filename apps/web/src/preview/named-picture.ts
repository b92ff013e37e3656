import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** What a page says of its picture for link previews. */
export interface PagePreview {
  /** Path of the picture below the site's root, without a leading slash. */
  picture: string;
  title: string;
}

/** The same, of a known page. */
export interface NamedPreview extends PagePreview {
  /** Address of the page, with slashes at both ends. */
  page: string;
}

function findContent(node: Node, property: string): string | undefined {
  if (tree.isElementNode(node) && node.tagName === "meta") {
    const valueOf = (name: string) =>
      node.attrs.find((attribute) => attribute.name === name)?.value;
    if (valueOf("property") === property) return valueOf("content");
  }
  if (!("childNodes" in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findContent(child, property);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The link-preview picture a page names, and the title that goes with it (ogp.me).
 * @param base the path below which the site stands
 */
export function findNamedPicture(
  document: DefaultTreeAdapterMap["document"],
  base = "",
): PagePreview | undefined {
  const image = findContent(document, "og:image");
  return image === undefined
    ? undefined
    : {
        picture: new URL(image).pathname.slice(base.length + 1),
        title: findContent(document, "og:title") ?? "",
      };
}
