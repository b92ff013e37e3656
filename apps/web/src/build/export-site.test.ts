import { expect, test } from "vitest";
import { exportSite } from "./export-site.ts";

const LOCKED = { code: 1, output: "⨯ Another next build process is already running.\n" };

/** Next as it ends one time after the other. */
function endings(...ends: { code: number; output: string }[]) {
  let runs = 0;
  return {
    run: () => Promise.resolve(ends[runs++] ?? { code: 99, output: "" }),
    count: () => runs,
  };
}

test("a build that finds another one at work waits for it", async () => {
  const next = endings(LOCKED, LOCKED, { code: 0, output: "" });
  expect(await exportSite("kept.json", { run: next.run, pause: 0 })).toBe(0);
  expect(next.count()).toBe(3);
});

test("any other failure ends it at once", async () => {
  const next = endings({ code: 1, output: "Failed to compile\n" });
  expect(await exportSite("kept.json", { run: next.run, pause: 0 })).toBe(1);
  expect(next.count()).toBe(1);
});
