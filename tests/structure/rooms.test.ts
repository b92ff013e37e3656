import { describe, expect, test } from "vitest";
import { findCircles, type Graph } from "./circle.ts";
import { importsWithin, roomGraphs } from "./room.ts";

const graph = (...edges: [from: string, to: string][]): Graph => {
  const made = new Map<string, Map<string, string>>();
  for (const [from, to] of edges)
    made.set(from, (made.get(from) ?? new Map<string, string>()).set(to, `${from}-${to}`));
  return made;
};

describe("circles", () => {
  test("are found with the places of their imports, each once", () => {
    expect(findCircles(graph(["a", "b"], ["b", "c"], ["c", "a"], ["c", "d"]))).toEqual([
      { nodes: ["a", "b", "c"], places: ["a-b", "b-c", "c-a"] },
    ]);
  });

  test("are not seen where all ways lead down", () => {
    expect(findCircles(graph(["a", "b"], ["a", "c"], ["b", "d"], ["c", "d"]))).toEqual([]);
  });
});

/** Folders whose rooms are being untied. */
const TIED: readonly string[] = ["apps/cv/src", "apps/web/src/preview", "packages/data/src"];

describe("rooms of every package, and the files of a room,", () => {
  const circles = [...roomGraphs(importsWithin())].flatMap(([folder, rooms]) =>
    findCircles(rooms).map(({ nodes, places }) => ({ folder, nodes, places })),
  );

  test("form no circle", () => {
    const found = circles.filter(({ folder }) => !TIED.includes(folder));
    expect(found.map(({ nodes, places }) => [nodes.join(" → "), ...places].join("\n  "))).toEqual(
      [],
    );
  });
});
