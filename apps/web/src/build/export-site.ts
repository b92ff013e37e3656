import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { exportEnvironment } from "../env.ts";

const APP = resolve(import.meta.dirname, "../..");

/** What Next says when it finds its lock held; its exit code is that of any failure. */
const IS_LOCKED = /Another next build process is already running/;

interface Ended {
  code: number;
  output: string;
}

/** Runs `next build` in the app once, without showing its output. */
function runNext(keptPages: string): Promise<Ended> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: APP,
    stdio: ["ignore", "pipe", "pipe"],
    env: exportEnvironment(keptPages),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) =>
      done({ code: code ?? 1, output: signal === null ? output : `${output}ended by ${signal}\n` }),
    );
  });
}

/**
 * Exports the site with Next and shows its output. Whatever folder it exports to, Next compiles in
 * one folder of the app; a build that finds another one there waits until that has ended.
 * @param keptPages file that lists the pages to leave out
 * @param run how Next is run; for tests
 */
export async function exportSite(
  keptPages: string,
  { run = runNext, pause = 3000 }: { run?: typeof runNext; pause?: number } = {},
): Promise<number> {
  for (let isTold = false; ; isTold = true) {
    const { code, output } = await run(keptPages);
    if (code === 0 || !IS_LOCKED.test(output)) {
      process.stdout.write(output);
      return code;
    }
    if (!isTold) process.stderr.write("Another build is under way here; waiting for it to end.\n");
    await wait(pause);
  }
}
