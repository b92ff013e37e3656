// The door of the house: `npm start`, `npm test` and the other commands on a machine that has only
// Node >= 20 and npm.
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { isAbsolute, join, relative, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findChanges } from "./changed.mjs";
import { publish } from "./publish.mjs";
import { explain, GoError, misused, run, runInForeground } from "./step.mjs";
import { prepareToolchain } from "./toolchain.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const state = join(root, ".triptych");
const log = (name) => join(state, "logs", `${name}.log`);
/** Lets Node run TSX files; a URL, because programs run in the folder the command was typed in. */
const jsx = ["--import", pathToFileURL(join(root, "scripts", "jsx.mjs")).href];

const PROGRAMS = {
  cv: [join(root, "apps", "cv", "src", "main.ts")],
  pdf: [...jsx, join(root, "apps", "pdf", "src", "main.ts")],
  digest: [...jsx, join(root, "apps", "email-digest", "src", "main.ts")],
  bench: [...jsx, join(root, "tests", "bench", "main.ts")],
  prove: [...jsx, join(root, "tests", "prove", "main.ts")],
};

/** Where the command was typed; npm itself runs scripts in the project's folder. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

function requireWritableFolder() {
  try {
    mkdirSync(state, { recursive: true });
    accessSync(state, constants.W_OK);
  } catch (error) {
    throw new GoError(explain(String(error)) ?? String(error));
  }
}

/**
 * Relative folders are seen from where the command was typed, not from where npm moved to. An empty
 * one was left out.
 */
function resolveFolders(env) {
  for (const name of ["CV_DIR", "TRIPTYCH_DIR"])
    if (env[name] && !isAbsolute(env[name])) env[name] = resolve(typedIn, env[name]);
}

/** What decides which packages are installed: the lockfile and every package.json. */
function installStamp() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  const folders = ["packages", "apps"].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((name) => join(group, name)),
  );
  const files = [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "package.json",
    ...[...folders, "tests"].map((folder) => join(folder, "package.json")),
  ];
  for (const file of files)
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

async function install(tools) {
  const file = join(state, "installed");
  const stamp = installStamp();
  const isInstalled =
    existsSync(file) &&
    readFileSync(file, "utf8") === stamp &&
    existsSync(join(root, "node_modules", ".bin"));
  if (isInstalled) return;
  await run({
    title: "install packages",
    command: "pnpm",
    args: ["install", "--frozen-lockfile", "--prefer-offline"],
    cwd: root,
    env: tools.env,
    log: log("install"),
  });
  writeFileSync(file, stamp);
}

async function prepare() {
  requireWritableFolder();
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tools = await prepareToolchain({ root, pnpmVersion: packageManager.split("@")[1] });
  resolveFolders(tools.env);
  await install(tools);
  return tools;
}

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

function build(tools) {
  return publish({ root, state, jsx, cv: PROGRAMS.cv, tools });
}

/** Fails early, before minutes of work, when nobody could reach the service anyway. */
function requireFreePort(env) {
  const port = Number(env.PORT || 3000);
  const host = env.HOST || "127.0.0.1";
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw misused(`PORT is "${env.PORT}"; it must be a whole number from 0 to 65535.`);
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const taken =
        error.code === "EADDRINUSE"
          ? `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
          : `Cannot listen on ${host}:${port}: ${error.message}`;
      fail(new GoError(taken));
    });
    probe.listen(port, host, () => probe.close(done));
  });
}

async function start() {
  await requireFreePort(process.env);
  const tools = await prepare();
  await build(tools);
  return runInForeground({
    command: tools.node,
    args: [...PROGRAMS.digest, "serve"],
    cwd: root,
    env: tools.env,
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

async function test(args) {
  const tools = await prepare();
  await checkSource(tools);
  await build(tools);
  const report = join(state, "test-report.json");
  rmSync(report, { force: true });
  const code = await runTests(tools, [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args,
  ]);
  process.stdout.write(`${summariseTests(report)}\n`);
  return code === 0 && !existsSync(report) ? 1 : code;
}

/** What a change is checked with before it is committed; `npm test` decides. */
async function check() {
  const tools = await prepare();
  await checkSource(tools);
  const code = await runTests(tools, ["--project", "spanning", "tests/structure"]);
  const { since, folders } = findChanges(root);
  if (code !== 0 || folders.length === 0) return code;
  const projects = ["--project=!site", "--project=!spanning", "--passWithNoTests"];
  return runTests(tools, [...projects, "--changed", since, ...folders]);
}

/** One file of tests, or all whose path holds what is named; what needs a build gets one first. */
async function testFile([named, ...args]) {
  if (named === undefined) throw new GoError("usage: npm run t -- FILE");
  const tools = await prepare();
  const path = resolve(typedIn, named);
  const file = existsSync(path) ? relative(root, path) : named;
  if (/^tests.(?!structure)/.test(file)) await build(tools);
  return runTests(tools, [file, ...args]);
}

async function dev() {
  const tools = await prepare();
  await build(tools);
  return runInForeground({
    command: tools.node,
    args: [join(root, "scripts", "dev.mjs")],
    cwd: root,
    env: tools.env,
  });
}

async function runProgram(name, args) {
  const tools = await prepare();
  return runInForeground({
    command: tools.node,
    args: [...PROGRAMS[name], ...args],
    cwd: typedIn,
    env: tools.env,
  });
}

async function runTool([command, ...args]) {
  const tools = await prepare();
  return runInForeground({ command, args, cwd: root, env: tools.env });
}

const USAGE =
  "usage: node scripts/go.mjs start | test | check | t FILE | dev | build | cv … | pdf … | " +
  "digest … | bench NAME | prove NAME | run TOOL …";

async function go([command, ...args]) {
  if (Number(process.versions.node.split(".")[0]) < 20)
    throw new GoError(`Node ${process.versions.node} is too old; install Node 20 or newer.`);
  if (command === "start") return start();
  if (command === "test") return test(args);
  if (command === "check") return check();
  if (command === "t") return testFile(args);
  if (command === "dev") return dev();
  if (command === "build")
    return prepare()
      .then(build)
      .then(() => 0);
  if (command === "run") return runTool(args);
  if (command in PROGRAMS) return runProgram(command, args);
  throw new GoError(USAGE);
}

/** A sentence where the cause is known; the whole error where it is not, since then it is ours. */
function reportFailure(error) {
  const known =
    error instanceof GoError
      ? error.message
      : explain(`${error.code ?? ""} ${error.message ?? ""}`);
  process.stderr.write(`${known ?? error.stack ?? error}\n`);
  process.exitCode = error instanceof GoError ? error.exitCode : 1;
}

// A log that cannot be written, for one: a full disk shows itself anywhere.
process.on("uncaughtException", (error) => {
  reportFailure(error);
  process.exit();
});

try {
  process.exitCode = await go(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
