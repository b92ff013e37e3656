#!/usr/bin/env node
// The program of the package. Node runs no TypeScript below `node_modules`, and Next builds where
// it may write: so the sources are put beside the record, in a folder that git ignores, once a
// version.
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const own = dirname(fileURLToPath(import.meta.url));
const project = join(own, "..", "..");
const root = join(project, ".triptych");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const { version, patched } = readJson(join(own, "package.json"));

const COMMANDS = ["start", "build", "dev", "cv", "pdf", "digest"];
const USAGE = `usage: triptych start | build [--out DIR] | dev | cv … | pdf … | digest …

  start    publishes the record, serves the site and sends the digest
  build    makes the folder to publish, for any static host
  dev      shows the site while you work on the record
  cv       checks, imports, compares, exports the record; cv --help says more
  pdf      writes the CV as PDF
  digest   looks after the list and its editions
`;

// As in scripts/go.mjs: a mail server that pipes here must not drop the report.
if (process.argv.slice(2, 5).join(" ") === "digest bounces read")
  process.on("exit", (code) => {
    if (code !== 0) process.exitCode = 75;
  });

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/**
 * Libraries that Triptych corrects; another version of one has no correction. Looked at each time:
 * whoever installs again has them as they were.
 */
function correctLibraries() {
  for (const [name, corrected] of Object.entries(patched)) {
    const folder = join(project, "node_modules", name);
    const found = readJson(join(folder, "package.json")).version;
    if (found !== corrected)
      fail(
        `${name} ${found} is installed, and ${corrected} is needed: ` +
          `npm install triptych@${version}`,
      );
    const corrections = join(own, "patched", name);
    for (const path of readdirSync(corrections, { recursive: true })) {
      const [from, to] = [join(corrections, path), join(folder, path)];
      // Done once, it may be read only from then on.
      if (statSync(from).isDirectory() || readFileSync(from).equals(readFileSync(to))) continue;
      try {
        cpSync(from, to);
      } catch (error) {
        fail(`${to} cannot be corrected: ${error.message}`);
      }
    }
  }
}

/** Maps of sources are a fifth of what is installed, and nothing reads them. */
function removeMaps() {
  // Only in a folder that is there for this alone; else they may be somebody's.
  const { dependencies = {} } = readJson(join(project, "package.json"));
  if (Object.keys(dependencies).join() !== "triptych") return;
  const modules = join(project, "node_modules");
  try {
    for (const path of readdirSync(modules, { recursive: true }))
      if (/\.(js|mjs|cjs|css)\.map$/.test(path)) rmSync(join(modules, path), { force: true });
  } catch {
    // What belongs to root alone may stay: it takes room and no more.
  }
}

/** The sources as they are to lie, complete before they take the place of the old ones. */
function layOut(draft) {
  cpSync(join(own, "source"), draft, { recursive: true });
  const scope = join(draft, "node_modules", "@triptych");
  mkdirSync(scope, { recursive: true });
  for (const name of readdirSync(join(draft, "packages")))
    symlinkSync(join("..", "..", "packages", name), join(scope, name), "junction");
  // Next strips types itself, and would install a compiler where it finds none.
  const compiler = join(draft, "node_modules", "@typescript", "native-preview");
  mkdirSync(compiler, { recursive: true });
  writeFileSync(join(compiler, "package.json"), '{ "name": "@typescript/native-preview" }\n');
}

/** Puts the sources of this version in the place of those of another. */
function place() {
  const stamp = join(root, "version");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) return;
  const draft = join(root, `draft-${process.pid}`);
  try {
    mkdirSync(draft, { recursive: true });
    layOut(draft);
    rmSync(stamp, { force: true });
    for (const part of readdirSync(draft)) {
      rmSync(join(root, part), { recursive: true, force: true });
      renameSync(join(draft, part), join(root, part));
    }
    removeMaps();
    writeFileSync(stamp, version);
  } catch (error) {
    fail(`Triptych cannot be made ready in ${root}: ${error.message}`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What npm has installed is a part of what the programs are, by which results are kept. */
function noteLibraries() {
  const installed = join(project, "node_modules", ".package-lock.json");
  if (existsSync(installed)) cpSync(installed, join(root, "package-lock.json"));
}

/** What stands in a file; nothing where it is not there. */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    return fail(`${file} cannot be read: ${error.message}`);
  }
}

/** Where nobody says where the record is, it is the folder `content`. */
function readEnvironment() {
  const settings = join(project, ".env");
  const text = readIfThere(settings);
  const isNamed = process.env.CV_DIR || /^\s*(export\s+)?CV_DIR\s*=/m.test(text);
  const record = isNamed ? {} : { CV_DIR: join(project, "content") };
  return {
    ...process.env,
    ...record,
    TRIPTYCH_SETTINGS: process.env.TRIPTYCH_SETTINGS || settings,
  };
}

/** Runs a command of the project, and ends as it ends. */
function run(args) {
  const command = [join(root, "scripts", "go.mjs"), ...args];
  const child = spawn(process.execPath, command, { stdio: "inherit", env: readEnvironment() });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // A terminal sends it to both; the child ends, and this process with it.
  process.on("SIGINT", () => (process.stdin.isTTY ? undefined : child.kill("SIGINT")));
  child.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

const args = process.argv.slice(2);
const [command] = args;
if (command === "--version" || command === "-V") process.stdout.write(`${version}\n`);
else if (command === "--help" || command === "-h") process.stdout.write(USAGE);
else if (!COMMANDS.includes(command)) fail(USAGE, 2);
else if (!existsSync(join(project, "node_modules", "triptych")))
  fail("Install triptych in the folder of your record: npm install triptych");
else {
  place();
  correctLibraries();
  noteLibraries();
  run(args);
}
