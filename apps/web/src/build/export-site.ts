import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";
import { exportEnvironment } from "../env.ts";

const APP = resolve(import.meta.dirname, "../..");

/**
 * Runs `next build` in the app; its output is shown as it comes.
 * @param keptPages file that lists the pages to leave out
 */
export function exportSite(keptPages: string): Promise<number> {
  const next = join(APP, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: APP,
    stdio: ["ignore", "inherit", "inherit"],
    env: exportEnvironment(keptPages),
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}
