import process from "node:process";
import { expect, onTestFinished, test, vi } from "vitest";
import { Follower } from "./follower.mjs";
import { ended, startProgram } from "./program.mjs";

const program = (script) => ({
  name: "test",
  command: process.execPath,
  args: ["-e", script],
  cwd: ".",
  env: process.env,
});

/** Answers each line with how many it has had; on the third it ends without an answer. */
const COUNTING = `let n = 0; process.stdin.on("data", () => {
  n += 1; if (n === 3) process.exit(1);
  console.log("said " + n); console.log("done " + n); });`;

function follow(script) {
  const shown = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => shown.push(text));
  const follower = new Follower(program(script));
  onTestFinished(async () => {
    write.mockRestore();
    await follower.stop();
  });
  return { follower, shown };
}

test("each question has its answer, other lines are shown; one that ended is replaced", async () => {
  const { follower, shown } = follow(COUNTING);
  expect(await follower.ask()).toBe("1");
  expect(await follower.ask()).toBe("2");
  expect(await follower.ask()).toBeUndefined();
  expect(await follower.ask()).toBe("1");
  expect(shown).toEqual(["test    said 1\n", "test    said 2\n", "test    said 1\n"]);
});

test("replaced while it is asked, it gives no answer, and the next one does", async () => {
  const { follower } = follow(COUNTING);
  expect(await follower.ask()).toBe("1");
  const asked = follower.ask();
  follower.replace();
  expect(await asked).toBeUndefined();
  expect(await follower.ask()).toBe("1");
});

test("a program's end is known before and after it", async () => {
  const child = startProgram(program("process.exit(0)"));
  expect(await ended(child)).toBe(true);
  expect(await ended(child)).toBe(true);
  expect(await ended(startProgram(program("process.exit(4)")))).toBe(false);
});
