import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, parse } from "parse5";

export type Node = DefaultTreeAdapterMap["node"];
export type Element = DefaultTreeAdapterMap["element"];

const SILENT = new Set(["script", "style", "title", "head"]);

/** All elements below a node that fit, in document order. */
export function findAll(node: Node, fits: (element: Element) => boolean): Element[] {
  const own = tree.isElementNode(node) && fits(node) ? [node] : [];
  return "childNodes" in node
    ? [...own, ...node.childNodes.flatMap((child) => findAll(child, fits))]
    : own;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The text a reader gets, element by element. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (tree.isElementNode(node) && SILENT.has(node.tagName)) return "";
  return "childNodes" in node
    ? node.childNodes
        .map(textOf)
        .join(" ".repeat(tree.isElementNode(node) && isBlock(node) ? 1 : 0))
    : "";
}

function isBlock(element: Element): boolean {
  return !["a", "b", "span", "strong", "em", "small", "svg"].includes(element.tagName);
}

export function parsePage(html: string): Node {
  return parse(html);
}

export function byId(page: Node, id: string): Element | undefined {
  return findAll(page, (element) => attribute(element, "id") === id)[0];
}

export function byTag(page: Node, tag: string): Element[] {
  return findAll(page, (element) => element.tagName === tag);
}
