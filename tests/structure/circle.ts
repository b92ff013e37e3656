/** Who imports whom, with one place of each import. */
export type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The shortest way from a node back to itself, its nodes in order; undefined where there is none. */
function shortestCircle(graph: Graph, start: string): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start)?.keys() ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/**
 * The shortest circle through each node that is in one, each circle once: its nodes in order, and
 * the place of the import that leads from each to the next.
 */
export function findCircles(graph: Graph): { nodes: string[]; places: string[] }[] {
  const circles = new Map<string, string[]>();
  for (const start of graph.keys()) {
    const circle = shortestCircle(graph, start);
    const members = circle?.toSorted().join() ?? "";
    if (circle !== undefined && !circles.has(members)) circles.set(members, circle);
  }
  return [...circles.values()].map((nodes) => ({
    nodes,
    places: nodes.map(
      (from, at) => graph.get(from)?.get(nodes[(at + 1) % nodes.length] ?? "") ?? "",
    ),
  }));
}
