import { expect, test } from "vitest";
import { raiseToTop } from "./page-top.ts";
import type { LaidOutNode } from "./painter/laid-out.ts";

const box = (top: number) => ({ left: 0, top, width: 1, height: 1 });
const tops = (children: LaidOutNode[]) => raiseToTop({ type: "PAGE", children }).children?.map((node) => node.box?.top);
const text = (marginTop: number): LaidOutNode => ({ type: "TEXT", box: box(marginTop), style: { marginTop } });

test("a page that begins with a heading begins where other pages do", () => {
  const heading: LaidOutNode = { type: "VIEW", box: box(60), children: [text(6.5)] };
  expect(tops([heading, { type: "VIEW", box: box(100) }])).toEqual([53.5, 93.5]);
});

test("what has no room above itself, or stands below other things, stays", () => {
  const entry: LaidOutNode = { type: "VIEW", box: box(60), children: [text(0), text(6.5)] };
  expect(tops([entry, text(6.5)])).toEqual([60, 6.5]);
  expect(tops([])).toEqual([]);
});
