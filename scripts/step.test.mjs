import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { explain, runInForeground, startLogged } from "./step.mjs";

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

/** A program that has started another, and waits; with `stubborn` it takes no signal for an end. */
const TREE = `
  if (process.argv.includes("stubborn")) process.on("SIGTERM", () => {});
  const below = require("node:child_process").spawn("sleep", ["600"]);
  require("node:fs").writeFileSync("pids", process.pid + " " + below.pid);
  setInterval(() => {}, 1000);`;

/** A launcher that has run a program in the foreground before, as every build has. */
const LAUNCHER = `
  import { runInForeground, showStep, startLogged } from ${JSON.stringify(new URL("step.mjs", import.meta.url).href)};
  const program = { command: process.execPath, cwd: ".", env: process.env, log: "log" };
  await runInForeground({ ...program, args: ["-e", ""] });
  const args = ["-e", process.env.TREE, process.env.MANNER];
  try {
    await showStep("build", startLogged({ ...program, args }).ended);
  } catch (error) {
    console.log(error.message);
    process.exitCode = error.exitCode;
  }`;

const isThere = (pid) => {
  try {
    const state = execFileSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" });
    return !state.startsWith("Z");
  } catch {
    return false;
  }
};

/** Starts the launcher in a group of its own, waits for the tree below it, and signals. */
async function stop(signal, manner) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", LAUNCHER], {
    cwd: folder,
    env: { ...process.env, TREE, MANNER: manner },
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const ended = new Promise((done) => child.on("close", done));
  const pids = await vi.waitFor(
    async () => {
      const found = (await readFile(join(folder, "pids"), "utf8")).split(" ");
      expect(found).toHaveLength(2);
      return found;
    },
    { timeout: 60_000 },
  );
  signal(child);
  const code = await ended;
  return { code, output, left: pids.filter(isThere) };
}

const SAID = "Stopped. What was published is as it was.\n";

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
])("%s ends a step with all that it has started", async (name, code) => {
  expect(await stop((child) => child.kill(name), "")).toEqual({ code, output: SAID, left: [] });
});

test("so does one to the whole group, one that comes twice, and one that is not heeded", async () => {
  const toGroup = await stop((child) => process.kill(-child.pid, "SIGTERM"), "");
  expect(toGroup).toEqual({ code: 143, output: SAID, left: [] });
  await rm(join(folder, "pids"));
  const twice = await stop((child) => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGINT"), 100);
  }, "stubborn");
  expect(twice).toEqual({ code: 143, output: SAID, left: [] });
  await rm(join(folder, "pids"));
  const unheeded = await stop((child) => child.kill("SIGTERM"), "stubborn");
  expect(unheeded).toEqual({ code: 143, output: SAID, left: [] });
});

test("a program that is killed for memory says so, also where what it started was", async () => {
  for (const script of [
    "process.kill(process.pid, 'SIGKILL')",
    "console.log('ended by SIGKILL'); process.exit(1)",
  ])
    await expect(run(script)).rejects.toThrow("too little memory");
});

test("so does one in the foreground", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const args = ["-e", "process.kill(process.pid, 'SIGKILL')"];
  const program = { command: process.execPath, args, cwd: folder, env: process.env };
  expect(await runInForeground(program)).toBe(137);
  expect(said.mock.calls.flat().join("")).toMatch(/too little memory.*swap/);
  said.mockRestore();
});

test("a step whose log may not be written starts nothing", async () => {
  const log = join(folder, "log");
  await mkdir(log);
  const script = `require("node:fs").writeFileSync(${JSON.stringify(join(folder, "done"))}, "")`;
  expect(() => startLogged({ command: process.execPath, args: ["-e", script], log })).toThrow(
    "EISDIR",
  );
  await expect(readFile(join(folder, "done"))).rejects.toThrow("ENOENT");
});

test("a place that may not be written to is named", () => {
  const npm = "npm error Error: EACCES: permission denied, mkdir '/opt/$& it/.npm'";
  expect(explain(npm)).toMatch(/^\/opt\/\$& it\/\.npm cannot be written to\. Move/);
  expect(explain("sh: permission denied")).toMatch(/^This place cannot be written to\./);
});
