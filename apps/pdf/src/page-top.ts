import type { LaidOutNode } from "./painter/laid-out.ts";

/** The margins above what stands first in a node. */
function marginAbove({ style, children }: LaidOutNode): number {
  const own = typeof style?.["marginTop"] === "number" ? style["marginTop"] : 0;
  const [first] = children ?? [];
  return first === undefined ? own : own + marginAbove(first);
}

/** Room above a heading parts it from what comes before. At the top of a page nothing does: all pages begin on one line. */
export function raiseToTop(page: LaidOutNode): LaidOutNode {
  const [first] = page.children ?? [];
  const margin = first === undefined ? 0 : marginAbove(first);
  if (margin === 0) return page;
  const children = (page.children ?? []).map((node) => (node.box === undefined ? node : { ...node, box: { ...node.box, top: node.box.top - margin } }));
  return { ...page, children };
}
