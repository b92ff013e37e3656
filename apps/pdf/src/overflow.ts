import type { LaidOutDocument, LaidOutNode } from "./painter/laid-out.ts";
import { LINE, MARGIN } from "./styles.ts";

/** How much of a document is beyond the pages it may have. */
export interface Overflow {
  /** Lines of running text. */
  lines: number;
  millimetres: number;
  /** The id of the first entry that begins on a page too many. */
  firstEntry: string | undefined;
}

const bottomOf = ({ box }: LaidOutNode) => (box === undefined ? 0 : box.top + box.height);

/** Entries are list items; one that goes on from the page before has begun there. */
function listEntries(node: LaidOutNode): string[] {
  const own = node.props?.tag === "LI" && node.props.sid !== undefined ? [node.props.sid] : [];
  return [...own, ...(node.children ?? []).flatMap(listEntries)];
}

/** Measures what stands on pages after the first `allowed` ones. */
export function measureOverflow({ children: pages }: LaidOutDocument, allowed: number): Overflow {
  const extra = pages.slice(allowed);
  const points = extra.reduce((sum, page) => {
    const content = (page.children ?? []).filter(({ props }) => props?.fixed !== true);
    return sum + Math.max(0, ...content.map((node) => bottomOf(node) - MARGIN.top));
  }, 0);
  const begun = new Set(pages.slice(0, allowed).flatMap(listEntries));
  return {
    lines: Math.ceil(points / LINE),
    millimetres: Math.round((points * 25.4) / 72),
    firstEntry: extra.flatMap(listEntries).find((id) => !begun.has(id)),
  };
}
