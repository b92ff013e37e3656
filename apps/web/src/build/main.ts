import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";
import { exportEnvironment, readEnvironment } from "../env.ts";
import { adviseOnAddress } from "../record.ts";
import { sealSite } from "../seal/seal-site.ts";
import { makeAdditions } from "./make-additions.ts";
import { prepare } from "./prepare.ts";

const app = resolve(import.meta.dirname, "../..");
const state = readEnvironment().TRIPTYCH_DIR;
const additions = join(state, "additions");

/** Runs `next build` in the app; its output is shown as it comes. */
function exportSite(): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [join(app, "node_modules", "next", "dist", "bin", "next"), "build"],
      {
        cwd: app,
        stdio: "inherit",
        env: exportEnvironment(),
      },
    );
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}

async function buildSite(): Promise<void> {
  await prepare();
  process.exitCode = await exportSite();
  if (process.exitCode !== 0) return;
  const result = await sealSite({
    exported: join(state, "next"),
    pdfs: join(state, "pdf"),
    additions: makeAdditions(additions),
    site: join(state, "site"),
    headers: join(state, "site-headers.json"),
    hosting: join(state, "site-hosting"),
  });
  if (result.kind === "sealed") {
    process.stdout.write(`sealed ${result.pages} pages and ${result.files} files\n`);
    const advice = adviseOnAddress();
    if (advice !== undefined) process.stderr.write(`${advice}\n`);
  } else {
    process.stderr.write(
      `The site was not sealed; the old one is unchanged.\n${result.reasons.map((reason) => `  ${reason}`).join("\n")}\n`,
    );
    process.exitCode = 1;
  }
}

await buildSite();
