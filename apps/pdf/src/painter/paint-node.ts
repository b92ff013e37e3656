import renderPDF from "@react-pdf/render";
import type { LaidOutNode } from "./laid-out.ts";
import type { TaggedDocument } from "./tagged-document.ts";

const DECORATIONS = [
  "backgroundColor",
  "borderTopWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "borderRightWidth",
];

export function isDecorated(node: LaidOutNode): boolean {
  return DECORATIONS.some((name) => Boolean(node.style?.[name]));
}

/**
 * The painter's own props are nothing to react-pdf, and an undefined `id` would make it write a
 * destination.
 */
export function withoutStructure(node: LaidOutNode): LaidOutNode {
  const {
    tag: _tag,
    sid: _sid,
    alt: _alt,
    numbering: _numbering,
    outline: _outline,
    id: _id,
    ...props
  } = node.props ?? {};
  return { ...node, props };
}

/**
 * react-pdf catches errors of single runs and prints them; a CV with a missing run is no CV, so
 * they are thrown here.
 */
export function paintNode(document: TaggedDocument, node: LaidOutNode): void {
  const failures: unknown[] = [];
  const { log } = console;
  const end = document.end.bind(document);
  console.log = (failure: unknown) => failures.push(failure);
  document.end = () => undefined;
  try {
    // The library's own types describe its internal tree; ours is the part of it that is read here.
    Reflect.apply(renderPDF, undefined, [document, { type: "DOCUMENT", children: [node] }]);
  } finally {
    document.end = end;
    console.log = log;
  }
  if (failures.length > 0) throw new Error("Painting failed.", { cause: failures[0] });
}
