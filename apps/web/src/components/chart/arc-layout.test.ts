import { expect, test } from "vitest";
import type { CoauthorNode } from "@triptych/view";
import { ARC_ROW, ARC_WIDTH, layOutArcs, nodeRadius } from "./arc-layout.ts";

const people = (count: number): CoauthorNode[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: "P",
    papers: 1,
    countText: "1 paper",
    sinceText: "",
    recent: false,
  }));

test.each([0, 1, 2, 7, 40])("arcs among %i people stay inside the box", (count) => {
  const nodes = people(count);
  const edges = nodes.flatMap((_, from) =>
    nodes.slice(from + 1).map((__, at) => ({ from, to: from + 1 + at, papers: at + 1 })),
  );
  const arcs = layOutArcs(nodes, edges);
  expect(arcs).toHaveLength((count * (count - 1)) / 2);
  for (const { path } of arcs) {
    const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
    expect(numbers).toHaveLength(8);
    const [, top = -1, handle = -1, , , , , bottom = -1] = numbers;
    expect(handle).toBeGreaterThan(0);
    expect(handle * 0.75).toBeLessThanOrEqual(ARC_WIDTH);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(count * ARC_ROW);
    expect(bottom).toBeGreaterThan(top);
  }
});

test("the area of a node grows with the papers and never leaves its row", () => {
  expect(nodeRadius(16, 16)).toBe(9);
  expect(nodeRadius(4, 16)).toBe(4.5);
  expect(nodeRadius(1, 5000)).toBe(2);
});
