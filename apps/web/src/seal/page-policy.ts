import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, html } from "parse5";

/** The head of a page that is one. */
export function findHead(
  document: DefaultTreeAdapterMap["document"],
): DefaultTreeAdapterMap["element"] | undefined {
  const root = document.childNodes.find((node) => tree.isElementNode(node));
  const head = root?.childNodes.find((node) => node.nodeName === "head");
  return head !== undefined && tree.isElementNode(head) ? head : undefined;
}

/** Adds the policy to the head of a page, before all that it concerns; the encoding comes first. */
export function addPolicy(document: DefaultTreeAdapterMap["document"], content: string): void {
  const head = findHead(document);
  if (head === undefined) return;
  const policy = tree.createElement("meta", html.NS.HTML, [
    { name: "http-equiv", value: "Content-Security-Policy" },
    { name: "content", value: content },
  ]);
  const first = head.childNodes[0];
  const isEncoding =
    first !== undefined &&
    tree.isElementNode(first) &&
    first.attrs.some(({ name }) => name === "charset");
  const next = head.childNodes[isEncoding ? 1 : 0];
  if (next === undefined) tree.appendChild(head, policy);
  else tree.insertBefore(head, policy, next);
}
