import { expect, test } from "vitest";
import { formatTable } from "./table.ts";

test("columns stand under each other, and no line ends in spaces", () => {
  expect(
    formatTable([
      ["1", "accepted", "x"],
      ["100", "a", "longer"],
    ]),
  ).toBe("1    accepted  x\n100  a         longer");
  expect(formatTable([])).toBe("");
});
