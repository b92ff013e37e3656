import { expect, test } from "vitest";
import { type Fault, formatFault, formatPath, sortFaults } from "./fault.ts";

const fault = (file: string, line: number, column = 1): Fault => ({
  file,
  line,
  column,
  path: "talks[0]",
  message: "is wrong",
});

test("a path reads like code", () =>
  expect(formatPath(["publications", 3, "authors", 0, "name"])).toBe(
    "publications[3].authors[0].name",
  ));

test("a fault is one line, with as much of its place as there is", () => {
  expect(formatFault(fault("a.yaml", 3, 5))).toBe("a.yaml:3:5  talks[0]  is wrong");
  expect(formatFault({ ...fault("a.yaml", 0), path: "" })).toBe("a.yaml  is wrong");
});

test("control characters of keys and file names neither break the line nor reach the terminal", () => {
  expect(
    formatFault({
      file: "a\n.yaml",
      line: 1,
      column: 1,
      path: "\u001b[31mred",
      message: "a\u2028b",
    }),
  ).toBe(String.raw`a\u000a.yaml:1:1  \u001b[31mred  a\u2028b`);
});

test("faults are sorted by file, then by place", () => {
  const sorted = [fault("a", 0), fault("a", 2, 1), fault("a", 2, 9), fault("a", 10), fault("b", 1)];
  expect(sortFaults(sorted.toReversed())).toEqual(sorted);
});
