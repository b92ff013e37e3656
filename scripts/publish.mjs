// The record becomes PDFs and a site, each published as a whole; what is as it should be is left.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describeAddresses } from "./go/addresses.mjs";
import {
  GoError,
  misused,
  MISUSED,
  requireUnstopped,
  runInForeground,
  showStep,
  startLogged,
} from "./step.mjs";

/**
 * Checks the record and writes it where the builds read it; its faults are shown as they are.
 * @param {{ root: string, record: string, cv: string[], args: string[], tools: { node: string, env:
 *   Record<string, string | undefined> } }} build `cv` is how the command of that name is run,
 *   `args` what was typed
 */
async function writeRecord({ root, record, cv, args, tools: { node, env } }) {
  const command = [...cv, "record", "--out", record, "--publish", ...args];
  const code = await runInForeground({ command: node, args: command, cwd: root, env });
  requireUnstopped(code);
  if (code === MISUSED) throw misused("Nothing was built.");
  if (code !== 0) throw new GoError("What is named above stands in the way; nothing was built.");
}

/** The PDFs and the site at the same time: the site needs the PDFs when it is sealed. */
async function publishBoth({ root, state, jsx, tools: { node, env } }) {
  const start = (app, args, log, input) =>
    startLogged({
      command: node,
      args,
      cwd: join(root, "apps", app),
      env,
      log: join(state, "logs", `${log}.log`),
      isOurs: true,
      input,
    });
  const pdf = start("pdf", [...jsx, "src/publish-all.ts", join(state, "pdf")], "pdf");
  const site = start("web", ["src/build/main.ts", "--pdfs-follow"], "site", "pipe");
  // It may have ended for a reason of its own.
  site.child.stdin.on("error", () => {});
  pdf.ended.then(
    () => site.child.stdin.end("finished\n"),
    () => undefined,
  );
  const ended = [pdf.ended, site.ended];
  const warnings = await Promise.all(ended).catch(async (error) => {
    for (const { end } of [pdf, site]) end();
    await Promise.allSettled(ended);
    throw error;
  });
  return warnings.flat();
}

/**
 * Publishes what the record says.
 * @param {{ root: string, state: string, jsx: string[], cv: string[], args: string[], tools: {
 *   node: string, env: Record<string, string | undefined> } }} build
 */
export async function publish(build) {
  const { root, state, tools } = build;
  const variables = join(root, "scripts", "go", "variables.mjs");
  const code = await runInForeground({
    command: tools.node,
    args: [variables],
    cwd: root,
    env: tools.env,
  });
  requireUnstopped(code);
  if (code !== 0) throw misused("Nothing was built.");
  const record = join(state, "record", "cv.json");
  await writeRecord({ ...build, record });
  tools.env.TRIPTYCH_RECORD = record;
  // The service's own files may lie elsewhere; what is built lies here.
  const env = { ...tools.env, TRIPTYCH_DIR: state };
  const ended = publishBoth({ ...build, tools: { ...tools, env } });
  await showStep("build the PDF and the site", ended);
  const { files } = JSON.parse(readFileSync(join(state, "site.manifest.json"), "utf8"));
  process.stderr.write(describeAddresses(Object.keys(files)));
}
