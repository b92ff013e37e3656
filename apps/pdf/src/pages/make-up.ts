import { type Paper, SHEETS } from "../components/paper.ts";
import { isBreakable, type RowUnit, type Unit } from "../components/unit.ts";
import type { LaidOutNode } from "../painter/laid-out.ts";
import { MARGIN } from "../components/styles.ts";

/** A laid-out unit with its margins, in points. */
export interface SetUnit {
  unit: Unit;
  node: LaidOutNode;
}

/** Sums of lengths miss by less than this, in points. */
const SLACK = 0.001;

const marginOf = (node: LaidOutNode, side: "marginTop" | "marginBottom") => {
  const margin = node.style?.[side];
  return typeof margin === "number" ? margin : 0;
};

const heightOf = (node: LaidOutNode) => (node.box?.height ?? 0) + marginOf(node, "marginBottom");

/** The margins above what stands first in a node. */
function marginAbove(node: LaidOutNode): number {
  const [first] = node.children ?? [];
  return marginOf(node, "marginTop") + (first === undefined ? 0 : marginAbove(first));
}

/** A box moved so that it begins so many points from the top of the page. */
function moveTo(node: LaidOutNode, top: number): LaidOutNode {
  return node.box === undefined ? node : { ...node, box: { ...node.box, top } };
}

type Break = (unit: RowUnit, used: number) => Promise<LaidOutNode[][]>;

/**
 * Divides set units into pages. Room above a heading parts it from what comes before; at the top of
 * a page nothing does, and all pages begin on one line. What is higher than a page has a page of
 * its own and runs over its end; `breakUnit` lays out what may be parted.
 */
export async function* makeUp(
  units: AsyncIterable<SetUnit>,
  paper: Paper,
  breakUnit: Break,
): AsyncGenerator<LaidOutNode> {
  const [width, height] = SHEETS[paper];
  const bottom = height - MARGIN.bottom;
  let children: LaidOutNode[] = [];
  let top: number = MARGIN.top;
  const finishPage = (): LaidOutNode => {
    const page = { type: "PAGE", box: { left: 0, top: 0, width, height }, children };
    children = [];
    top = MARGIN.top;
    return page;
  };
  for await (const { unit, node } of units) {
    if (isBreakable(unit)) {
      for (const [index, boxes] of (await breakUnit(unit, top - MARGIN.top)).entries()) {
        if (index > 0) yield finishPage();
        children.push(...boxes);
      }
      const last = children.at(-1);
      if (last?.box !== undefined) top = last.box.top + heightOf(last);
      continue;
    }
    if (children.length > 0 && top + marginOf(node, "marginTop") + heightOf(node) > bottom + SLACK)
      yield finishPage();
    if (children.length === 0) top -= marginAbove(node);
    children.push(moveTo(node, top + marginOf(node, "marginTop")));
    top += marginOf(node, "marginTop") + heightOf(node);
  }
  if (children.length > 0) yield finishPage();
}
