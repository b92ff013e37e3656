import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "../main.ts");

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-follow-"));
});
afterEach(() => rm(base, { recursive: true }));

/** A program that answers a line with a line, beside what it tells the owner. */
function startFollowing(out: string) {
  const child = spawn(process.execPath, [MAIN, "record", "--out", out, "--follow"], {
    cwd: base,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, CV_DIR: base, NO_COLOR: "1" },
  });
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise((done) => child.on("close", done));
  return {
    ask: async () => {
      told = "";
      child.stdin.write("\n");
      const { value } = await answers.next();
      return { answer: value, told };
    },
    end: () => {
      child.stdin.end();
      return ended;
    },
  };
}

test("an edit is written, a faulty one is told and leaves the file, and a valid one is written again", async () => {
  const out = join(base, "made", "cv.json");
  const edit = (text: string) => writeFile(join(base, "profile.yaml"), text);
  const written = async () => JSON.parse(await readFile(out, "utf8")).profile.name;

  await edit("profile: { name: Ada Example }\n");
  const { ask, end } = startFollowing(out);
  expect(await ask()).toEqual({ answer: "done written", told: "Record: .\n" });
  expect(await written()).toBe("Ada Example");
  expect(await ask()).toEqual({ answer: "done unchanged", told: "" });

  await edit("profile: { nam: Ada Example }\n");
  const faulty = await ask();
  expect(faulty.answer).toBe("done faulty");
  expect(faulty.told).toMatch(/profile\.yaml:1:\d+ {2}profile\.nam .*did you mean name\?/);
  expect(await written()).toBe("Ada Example");

  await edit("profile: { name: Ben Example }\n");
  expect(await ask()).toEqual({ answer: "done written", told: "" });
  expect(await written()).toBe("Ben Example");
  expect(await end()).toBe(0);
});
