// What finds faults: the checks of the source, and the tests.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import { findChanges } from "../changed.mjs";
import { GoError, run, runInForeground } from "../step.mjs";
import { log, root, state, typedIn } from "./place.mjs";
import { prepare } from "./prepare.mjs";
import { build } from "./serve.mjs";

function turbo(tools, title, args) {
  return run({
    title,
    command: "turbo",
    args: [...args, "--output-logs=new-only", "--log-order=grouped", "--no-update-notifier"],
    cwd: root,
    env: tools.env,
    log: log(args.at(-1) ?? "turbo"),
  });
}

/**
 * The last line of `npm test`: how many passed. Vitest writes no report when it dies before its
 * end.
 */
function summariseTests(report) {
  if (!existsSync(report)) return "The tests stopped before their end; nothing was counted.";
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  return (
    `${numPassedTests} passed, ` +
    `${numFailedTests} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ""}`
  );
}

/** Everything that is found without running anything. */
async function checkSource(tools) {
  const step = (title, command, args) =>
    run({ title, command, args, cwd: root, env: tools.env, log: log(command) });
  await step("check the boundaries between packages", "turbo", ["boundaries"]);
  await step("lint", "oxlint", ["--type-aware", "--deny-warnings"]);
  await step("check the format", "oxfmt", ["--check", "."]);
  await turbo(tools, "check the types", ["run", "typecheck"]);
}

function runTests(tools, args) {
  return runInForeground({ command: "vitest", args: ["run", ...args], cwd: root, env: tools.env });
}

export async function test(args) {
  const tools = await prepare();
  await checkSource(tools);
  const [yes, rest] = [["--yes"], args.filter((arg) => arg !== "--yes")];
  await build(tools, rest.length < args.length ? yes : []);
  const report = join(state, "test-report.json");
  rmSync(report, { force: true });
  const code = await runTests(tools, [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...rest,
  ]);
  process.stdout.write(`${summariseTests(report)}\n`);
  return code === 0 && !existsSync(report) ? 1 : code;
}

/** What a change is checked with before it is committed; `npm test` decides. */
export async function check() {
  const tools = await prepare();
  await checkSource(tools);
  const code = await runTests(tools, ["--project", "spanning", "tests/structure"]);
  const { since, folders } = findChanges(root);
  if (code !== 0 || folders.length === 0) return code;
  const projects = ["--project=!site", "--project=!spanning", "--passWithNoTests"];
  return runTests(tools, [...projects, "--changed", since, ...folders]);
}

/** One file of tests, or all whose path holds what is named; what needs a build gets one first. */
export async function testFile([named, ...args]) {
  if (named === undefined) throw new GoError("usage: npm run t -- FILE");
  const tools = await prepare();
  const path = resolve(typedIn, named);
  const file = existsSync(path) ? relative(root, path) : named;
  if (/^tests.(?!structure)/.test(file)) await build(tools, []);
  return runTests(tools, [file, ...args]);
}
