import { expect, test } from "vitest";
import { Finder } from "./finder.tsx";

test("there is a search from eight works on", () => {
  const facets = { years: [], kinds: [], venues: [], honours: [], coauthors: [] };
  expect(Finder({ facets, count: 7 })).toBeNull();
  expect(Finder({ facets, count: 8 })).not.toBeNull();
});
