import type { CoauthorEdge, CoauthorNode } from "@triptych/view";

/**
 * Units of the drawing: its width, and the height of a row. The width is stretched to the room
 * there is.
 */
export const ARC_WIDTH = 100;
export const ARC_ROW = 16;

/** Radius in pixels of the largest node; a row is at least 24 px high. */
const LARGEST = 9;

export type ArcWeight = "once" | "some" | "often";

export interface Arc {
  path: string;
  weight: ArcWeight;
}

function arcWeight(papers: number): ArcWeight {
  return papers === 1 ? "once" : papers < 5 ? "some" : "often";
}

/**
 * Half-rings from row to row; the further apart two people are, the wider. A cubic reaches three
 * quarters of the way to its handles.
 */
export function layOutArcs(nodes: readonly CoauthorNode[], edges: readonly CoauthorEdge[]): Arc[] {
  const longest = Math.max(1, nodes.length - 1);
  return edges.map(({ from, to, papers }) => {
    const [top, bottom] = [from * ARC_ROW + ARC_ROW / 2, to * ARC_ROW + ARC_ROW / 2];
    const handle = Math.round(((ARC_WIDTH - 2) * Math.sqrt((to - from) / longest) * 40) / 3) / 10;
    return {
      path: `M0 ${top}C${handle} ${top} ${handle} ${bottom} 0 ${bottom}`,
      weight: arcWeight(papers),
    };
  });
}

/** Radius in pixels whose area stands for the number of papers. */
export function nodeRadius(papers: number, most: number): number {
  return Math.round(Math.max(2, LARGEST * Math.sqrt(papers / Math.max(1, most))) * 10) / 10;
}
