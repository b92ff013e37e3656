import { expect, test } from "vitest";
import type { LaidOutNode } from "../painter/laid-out.ts";
import { SharedParts } from "./shared-parts.ts";

const position = (xAdvance: number) => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
const font = { fullName: "Serif Regular", data: [] as unknown[] };
// Real fonts refer to themselves.
font.data.push(font);

const text = (...advances: number[]): LaidOutNode => ({
  type: "TEXT",
  lines: [
    {
      string: "",
      runs: [{ positions: advances.map(position), attributes: { color: "#000000", font: [font] } }],
    },
  ],
});

test("what is alike becomes one object, and nothing changes its value", () => {
  const [one, other] = [text(5, 7, 5), text(7)];
  const node = (): LaidOutNode => ({
    type: "VIEW",
    children: [one, { type: "VIEW", children: [other] }],
  });
  const before = structuredClone(node());
  new SharedParts().shareIn(node());
  expect(node()).toEqual(before);
  const [first, second] = [one, other].map(
    ({ lines }) => (lines as { runs: { positions: object[]; attributes: object }[] }[])[0]?.runs[0],
  );
  expect(first?.positions[0]).toBe(first?.positions[2]);
  expect(second?.positions[0]).toBe(first?.positions[1]);
  expect(second?.attributes).toBe(first?.attributes);
});

test("boxes without text, and text of another shape, are left as they are", () => {
  const node: LaidOutNode = {
    type: "VIEW",
    children: [{ type: "TEXT", lines: [{ runs: "none" }, 1] }, { type: "TEXT" }],
  };
  const before = structuredClone(node);
  new SharedParts().shareIn(node);
  expect(node).toEqual(before);
});
