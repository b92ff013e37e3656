import { expect, test } from "vitest";
import { layOutColumns } from "./chart-grid.ts";

test.each([
  [1, 1, 2, 1],
  [8, 18, 2, 1],
  [8, 24, 2, 1],
  [8, 30, 3, 1],
  [6, 48, 4, 1],
  [6, 200, 4, 5],
  [20, 60, 2, 4],
  [40, 60, 2, 15],
])("%i columns of at most %i works: %i dots a row, %i works a dot", (columns, most, row, each) => {
  expect(layOutColumns(columns, most)).toEqual({ dotsPerRow: row, worksPerDot: each });
});
