import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutChart, layOutLegend } from "./chart-grid.ts";

test("an ordinary career has two dots of five points in a row and every year named", () => {
  expect(layOutChart(9, 20, 200)).toEqual({
    step: 5,
    dotsInRow: 2,
    column: 19,
    width: 171,
    height: 61,
    labelEvery: 1,
  });
});

test("a chart stays in its room, its dots apart and its labels too", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 900 }),
      (columns, most) => {
        const grid = layOutChart(columns, most, 470);
        expect(grid.width).toBeLessThanOrEqual(470.001);
        expect(grid.width - grid.column * (columns - 1)).toBeGreaterThanOrEqual(16.9);
        expect(grid.height).toBeLessThanOrEqual(122);
        expect(grid.dotsInRow * grid.step).toBeLessThanOrEqual(grid.column - 2.9);
        expect(grid.labelEvery * grid.column).toBeGreaterThanOrEqual(16.9);
        expect(grid.step).toBeGreaterThan(0);
      },
    ),
  );
});

test("a legend stands side by side where there is room, and below one another where there is none", () => {
  const side = layOutLegend(["first author", "co-author"], 150);
  expect(side.places.map(({ y }) => y)).toEqual([0, 0]);
  expect(side.places[1]?.x).toBeGreaterThan(35);
  expect(side.width).toBeLessThanOrEqual(150);
  expect(layOutLegend(["first author", "co-author"], 60)).toMatchObject({
    places: [
      { x: 0, y: 0 },
      { x: 0, y: 9 },
    ],
    height: 18,
  });
  expect(layOutLegend([], 150)).toEqual({ places: [], width: 0, height: 0 });
});
