import { writeRanges } from "@triptych/view";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { DRAWN_MODULE, drawnModule, listDrawnPoints } from "./sample/drawn-points.ts";

test("the characters that the check knows as drawn are those of the faces; else `npm run faces`", async () => {
  const written = await readFile(DRAWN_MODULE, "utf8");
  expect(written === drawnModule(writeRanges(await listDrawnPoints()))).toBe(true);
});
