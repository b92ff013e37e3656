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

describe("rooms of every package, and the files of a room,", () => {
  test("form no circle", () => {
    const circles = [...roomGraphs(importsWithin()).values()].flatMap((rooms) =>
      findCircles(rooms),
    );
    expect(circles.map(({ nodes, places }) => [nodes.join(" → "), ...places].join("\n  "))).toEqual(
      [],
    );
  });
});
