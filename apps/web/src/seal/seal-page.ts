import { isolateTexts } from "@triptych/view";
import { movePageBelow } from "./base-path.ts";
import { addPolicy, findHead } from "./page-policy.ts";
import { AT_ROOT } from "./site-place.ts";
import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, parse, serialize } from "parse5";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];
type Parent = DefaultTreeAdapterMap["parentNode"];

/** A page without the framework's runtime, or why it is not the shape the seal knows. */
export type SealedPage =
  | { kind: "sealed"; html: string; document: DefaultTreeAdapterMap["document"] }
  | { kind: "unknown"; reason: string };

type Verdict = "keep" | "remove" | { unknown: string };

/** Where scripts of our own live. */
const OWN_SCRIPTS = "/assets/";
const RUNTIME_FILES = /^\/_next\/static\/chunks\/[\w.~-]+\.js$/;
/** Next's flight data and React's hand-over to the client. */
const RUNTIME_INLINE = /^(\(self\.__next_f=|self\.__next_f\.push\(|\(globalThis\["TURBOPACK"\])/;

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function judgeScript(script: Element): Verdict {
  const type = attribute(script, "type");
  if (type === "application/ld+json") return "keep";
  const source = attribute(script, "src");
  if (source !== undefined) {
    if (source.startsWith(OWN_SCRIPTS)) return "keep";
    return RUNTIME_FILES.test(source) ? "remove" : { unknown: `a script from ${source}` };
  }
  const text = script.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  return RUNTIME_INLINE.test(text)
    ? "remove"
    : { unknown: `an inline script that begins ${JSON.stringify(text.slice(0, 60))}` };
}

function judgeLink(link: Element): Verdict {
  const relation = attribute(link, "rel");
  const isScript =
    relation === "modulepreload" || (relation === "preload" && attribute(link, "as") === "script");
  if (!isScript) return "keep";
  return RUNTIME_FILES.test(attribute(link, "href") ?? "")
    ? "remove"
    : { unknown: `a preload of ${attribute(link, "href") ?? "nothing"}` };
}

function judge(node: Node): Verdict {
  if (tree.isCommentNode(node)) return "remove";
  if (!tree.isElementNode(node)) return "keep";
  if (node.attrs.some(({ name }) => name.startsWith("on")))
    return { unknown: `an inline event handler on <${node.tagName}>` };
  if (attribute(node, "style") !== undefined)
    return { unknown: `an inline style on <${node.tagName}>` };
  if (node.tagName === "script") return judgeScript(node);
  if (node.tagName === "style") return { unknown: "an inline style sheet" };
  return node.tagName === "link" ? judgeLink(node) : "keep";
}

/** An element that says the same as one before it: React writes preloads in the head twice. */
function signatureOf(node: Node): string | undefined {
  if (!tree.isElementNode(node) || node.tagName !== "link") return undefined;
  return JSON.stringify(node.attrs.map(({ name, value }) => `${name}=${value}`).sort());
}

/** React's empty place for streamed content. */
function isEmptySlot(node: Node): boolean {
  return (
    tree.isElementNode(node) &&
    node.tagName === "div" &&
    attribute(node, "hidden") !== undefined &&
    node.childNodes.every((child) => tree.isCommentNode(child))
  );
}

interface Sweep {
  removedScripts: number;
  unknown: string[];
  links: Set<string>;
}

function sweep(parent: Parent, found: Sweep): void {
  for (const node of parent.childNodes.slice()) {
    const verdict = isEmptySlot(node) ? "remove" : judge(node);
    const signature = signatureOf(node);
    const isRepeated = signature !== undefined && found.links.has(signature);
    if (signature !== undefined) found.links.add(signature);
    if (typeof verdict === "object") found.unknown.push(verdict.unknown);
    else if (verdict === "remove" || isRepeated) {
      if (tree.isElementNode(node) && node.tagName === "script") found.removedScripts += 1;
      tree.detachNode(node);
    } else if ("childNodes" in node) sweep(node, found);
  }
}

/** Links of which the order says nothing. */
const UNORDERED = new Set(["icon", "apple-touch-icon", "manifest", "alternate", "describedby"]);

/**
 * Puts them behind what else a head says. The framework writes those of a page before or after
 * those of all pages, whichever was ready first; the same record gives the same bytes.
 */
function orderLinks(head: Parent): void {
  const links = head.childNodes.flatMap((node) => {
    if (!tree.isElementNode(node) || node.tagName !== "link") return [];
    const relation = attribute(node, "rel") ?? "";
    const key = JSON.stringify([relation, attribute(node, "href")]);
    return UNORDERED.has(relation) ? [{ node, key }] : [];
  });
  for (const { node } of links) tree.detachNode(node);
  for (const { node } of links.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    tree.appendChild(head, node);
}

/**
 * Takes the framework's client runtime out of an exported page. Anything it does not know is a
 * reason to stop, not to guess.
 * @param policy what the page may load, where no header says it
 */
export function sealPage(html: string, { base } = AT_ROOT, policy?: string): SealedPage {
  const document = parse(isolateTexts(html, ["<bdi>", "</bdi>"]));
  const found: Sweep = { removedScripts: 0, unknown: [], links: new Set() };
  sweep(document, found);
  if (found.unknown.length > 0)
    return { kind: "unknown", reason: `holds ${found.unknown.join(" and ")}` };
  if (found.removedScripts === 0)
    return {
      kind: "unknown",
      reason: "holds no script of the framework; has the export changed its shape?",
    };
  const head = findHead(document);
  if (head !== undefined) orderLinks(head);
  movePageBelow(base, document);
  if (policy !== undefined) addPolicy(document, policy);
  const sealed = serialize(document);
  if (sealed.includes("__next_f")) return { kind: "unknown", reason: "still holds __next_f" };
  return { kind: "sealed", html: sealed, document };
}
