import { expect, test } from "vitest";
import { explainSurroundings, explainWriting } from "./surroundings.ts";

const fault = (code: string, path: string) => Object.assign(new Error("open"), { code, path });

test("a full disk is reported in a sentence, a bug is not", () => {
  expect(explainSurroundings(Object.assign(new Error("write"), { code: "ENOSPC" }))).toContain(
    "The disk is full",
  );
  expect(explainSurroundings(new TypeError("x is not a function"))).toBeUndefined();
  expect(explainSurroundings("text")).toBeUndefined();
});

test("a file that cannot be written is named; the run-time files are not blamed for it", () => {
  expect(explainWriting(fault("ENOENT", "/a/b.tmp"), "/a/b")).toBe(
    "/a/b cannot be written: its folder does not exist.",
  );
  expect(explainWriting(fault("EACCES", "/a/b"), "/a/b")).toContain("permission denied");
  expect(explainWriting(fault("ENOENT", "/the/database/socket"), "/a/b")).toBeUndefined();
  expect(explainWriting(fault("ENOSPC", "/a/b"), "/a/b")).toBeUndefined();
  expect(explainSurroundings(fault("EACCES", "/state/journal"))).toMatch(
    /^\/state\/journal may not .* TRIPTYCH_DIR/,
  );
});
