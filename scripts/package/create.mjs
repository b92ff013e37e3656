#!/usr/bin/env node
// `npx create-triptych my-cv` makes a folder with a record and what publishes it: nothing of
// Triptych lies in it but the number of a version.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const own = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));

const USAGE = `usage: npx create-triptych [FOLDER] [--from FILE]… [--name NAME] [--yes] [--offline]

Makes FOLDER (my-cv) with a record of your work and what publishes it.

  --from FILE  a file to take over: .bib, .ris, an ORCID archive, CSL, JSON Resume, RenderCV and
               others; may be given more than once
  --name NAME  your name; else that of the files, else it is asked for
  --yes        asks nothing
  --offline    looks nothing up that a file names by a DOI or arXiv identifier alone
`;

class Refusal extends Error {}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        from: { type: "string", multiple: true, default: [] },
        name: { type: "string" },
        yes: { type: "boolean", short: "y", default: false },
        offline: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", short: "V", default: false },
      },
    });
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${USAGE}`);
  }
}

async function askFolder(given, isQuiet) {
  if (given !== undefined || isQuiet) return given ?? "my-cv";
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question("Folder to make (my-cv): ");
  lines.close();
  return answer.trim() || "my-cv";
}

function requireFree(folder) {
  if (!existsSync(folder)) return;
  let entries;
  try {
    entries = readdirSync(folder);
  } catch (error) {
    throw new Refusal(`${folder} cannot be used: ${error.message}`);
  }
  if (entries.length > 0) throw new Refusal(`${folder} is not empty; name another folder.`);
}

/** Files that npm would leave out of a package are in it without their dot. */
const DOTTED = ["gitignore", "editorconfig", "github"];

function writeFolder(folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(own, "template"), folder, { recursive: true });
  for (const name of DOTTED) renameSync(join(folder, name), join(folder, `.${name}`));
  const scripts = ["start", "build", "dev", "cv", "pdf", "digest"];
  const manifest = {
    private: true,
    type: "module",
    scripts: Object.fromEntries(scripts.map((name) => [name, `triptych ${name}`])),
    // Another place of the package is for those who try it before it is published.
    dependencies: { triptych: process.env.TRIPTYCH_PACKAGE || version },
    engines: { node: ">=20.12" },
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Runs a program in the new folder with its output shown. @returns its exit code */
function run(folder, command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, INIT_CWD: folder },
  });
  if (error !== undefined) throw new Refusal(`${command} cannot be run: ${error.message}`);
  return status ?? 1;
}

function install(folder) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  if (run(folder, npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"]) !== 0)
    throw new Refusal("Triptych could not be installed; nothing is left in the folder.");
}

function makeRecord(folder, { from, name, yes, offline }) {
  const args = [
    ...from.flatMap((file) => ["--from", resolve(file)]),
    ...(name === undefined ? [] : ["--name", name]),
    ...(offline ? ["--offline"] : []),
  ];
  const launcher = join(folder, "node_modules", "triptych", "launcher.mjs");
  const input = yes ? { stdio: ["ignore", "inherit", "inherit"] } : { stdio: "inherit" };
  const { status } = spawnSync(process.execPath, [launcher, "cv", "init", "content", ...args], {
    cwd: folder,
    ...input,
    env: { ...process.env, INIT_CWD: folder },
  });
  if (status !== 0) throw new Refusal("The record was not made; nothing is left in the folder.");
}

async function create() {
  const { values, positionals } = readOptions();
  if (values.help) return process.stdout.write(USAGE);
  if (values.version) return process.stdout.write(`${version}\n`);
  if (positionals.length > 1) throw new Refusal(`One folder, please.\n\n${USAGE}`);
  const missing = values.from.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Refusal(`There is no file ${missing}.`);
  const folder = resolve(await askFolder(positionals[0], values.yes || !process.stdin.isTTY));
  requireFree(folder);
  const wasThere = existsSync(folder);
  try {
    writeFolder(folder);
    install(folder);
    makeRecord(folder, values);
  } catch (error) {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      rmSync(join(folder, name), { recursive: true, force: true });
    if (!wasThere) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  process.stdout.write(
    `\n${basename(folder)} is ready. In it:\n\n` +
      "  npm start            shows your site at http://localhost:3000\n" +
      "  npm run build        makes the folder to publish\n" +
      "  npm run cv -- check  checks what you have changed in content/\n\n" +
      "README.md says how to put it online.\n",
  );
}

try {
  await create();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
