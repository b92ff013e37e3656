import { expect, test } from "vitest";
import { KeptUnits } from "./kept-units.ts";

const NODE = { type: "VIEW" };

test("what no document held any more is forgotten, the rest stays", () => {
  const kept = new KeptUnits();
  for (const key of ["a", "b"]) {
    expect(kept.get(key)).toBeUndefined();
    kept.keep(key, NODE);
  }
  kept.forgetUnused();
  expect(kept.get("a")).toBe(NODE);
  kept.forgetUnused();
  expect([kept.get("a"), kept.get("b")]).toEqual([NODE, undefined]);
});
