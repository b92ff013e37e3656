// Whether this machine is one of those that the tools of the project are made for.
import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { GoError } from "../step.mjs";
import { state } from "./place.mjs";

/**
 * @param {{ platform: string, arch: string, versions: { node: string } }} machine
 * @throws GoError that names the machine and what to do
 */
export function requireKnownMachine({ platform, arch, versions } = process) {
  if (platform === "win32")
    throw new GoError(
      "Triptych does not run on Windows itself. Run it in the Linux that Windows brings: " +
        "wsl --install, then the same commands there.",
    );
  if (!["linux", "darwin"].includes(platform) || !["x64", "arm64"].includes(arch))
    throw new GoError(
      `Triptych runs on Linux and macOS, on x64 and arm64; this is ${platform} on ${arch}.`,
    );
  if (Number(versions.node.split(".")[0]) < 20)
    throw new GoError(`Node ${versions.node} is too old; install Node 20 or newer.`);
}

/** npm and pnpm keep files in the home folder, and an account of a service may have none. */
export function ensureHome(env) {
  try {
    accessSync(homedir(), constants.W_OK);
  } catch {
    env.HOME = join(state, "home");
  }
}
