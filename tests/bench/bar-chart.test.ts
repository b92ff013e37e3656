import { expect, test } from "vitest";
import { drawBarChart } from "./bar-chart.ts";

test("each value has a bar as long as its share, and its number", () => {
  const rows = [
    { label: "/a&b", values: [10, 40] },
    { label: "/c", values: [0, 20] },
  ];
  const svg = drawBarChart({
    title: "Bytes",
    measure: "kB",
    series: ["ours", "theirs"],
    rows,
    format: (value) => `${value} kB`,
  });
  const widths = [...svg.matchAll(/width="([\d.]+)" height="12"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toEqual([110, 440, 1, 220]);
  expect(svg).toContain(">40 kB<");
  expect(svg).toContain("/a&amp;b");
});
