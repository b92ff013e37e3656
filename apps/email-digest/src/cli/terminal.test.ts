import { expect, test } from "vitest";
import { formatTable } from "./terminal.ts";

test("columns stand under each other, and no line ends in blanks", () => {
  expect(
    formatTable([
      ["1", "accepted", "x"],
      ["100", "a", "longer"],
    ]),
  ).toBe("1    accepted  x\n100  a         longer");
  expect(formatTable([])).toBe("");
});
