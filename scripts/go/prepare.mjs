// Makes a machine ready that has only Node and npm.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { run } from "../step.mjs";
import { prepareToolchain } from "../toolchain.mjs";
import { log, root, state } from "./place.mjs";

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
    args: [
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
      "--config.fetchRetryMaxtimeout=5000",
    ],
    cwd: root,
    env: tools.env,
    log: log("install"),
  });
  writeFileSync(file, stamp);
}

/** Tools and packages, as the project pins them. */
export async function prepare() {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tools = await prepareToolchain({ root, pnpmVersion: packageManager?.split("@")[1] });
  // In the published package nobody is named who installs: npm has done it.
  if (packageManager !== undefined) await install(tools);
  return tools;
}
