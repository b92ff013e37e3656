import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startLogged } from "./step.mjs";

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-step-"));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (script, more = {}) =>
  startLogged({
    command: process.execPath,
    args: ["-e", script],
    cwd: folder,
    env: process.env,
    log: join(folder, "logs", "step.log"),
    ...more,
  }).ended;

test("what a program warned of is known although it did its work", async () => {
  const script = "console.log('1/1 CV');console.error('Warning: no font draws x')";
  expect(await run(script)).toEqual(["Warning: no font draws x"]);
  expect(await run("")).toEqual([]);
});

test("a program that fails is told with its end; one of ours says itself what was typed wrongly", async () => {
  await expect(run("console.log('a'); process.exit(3)")).rejects.toThrow(/^a\n\nThe whole output/);
  const misused = run("console.error('X is 1'); process.exit(2)", { isOurs: true });
  await expect(misused).rejects.toMatchObject({ message: "X is 1", exitCode: 2 });
});
