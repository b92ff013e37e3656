// Publishes the record, and shows what came of it.
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import process from "node:process";
import { publish } from "../publish.mjs";
import { GoError, misused, runInForeground } from "../step.mjs";
import { jsx, PROGRAMS, root, state, typedIn } from "./place.mjs";
import { prepare } from "./prepare.mjs";

/** @param {string[]} args `--yes`: also in the place of what was built for another person */
export function build(tools, args) {
  return publish({ root, state, jsx, cv: PROGRAMS.cv, args, tools });
}

/** Builds, and puts what is to be published into the folder named with `--out`. */
export async function buildFolder(args) {
  const at = args.indexOf("--out");
  const folder = at < 0 ? [] : args.splice(at, 2).slice(1);
  if (at >= 0 && (folder.length === 0 || folder[0].startsWith("-")))
    throw misused("--out needs a folder, such as --out public");
  const tools = await prepare();
  await build(tools, args);
  return runInForeground({
    command: tools.node,
    args: ["src/build/hand-out.ts", ...folder.map((name) => resolve(typedIn, name))],
    cwd: join(root, "apps", "web"),
    env: { ...tools.env, TRIPTYCH_DIR: state },
  });
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
          : `Cannot listen on port ${port} of ${host}: ${error.message}`;
      fail(new GoError(taken));
    });
    probe.listen(port, host, () => probe.close(done));
  });
}

export async function start(args) {
  await requireFreePort(process.env);
  const tools = await prepare();
  await build(tools, args);
  return runInForeground({
    command: tools.node,
    args: [...PROGRAMS.digest, "serve"],
    cwd: root,
    env: tools.env,
    isLeashed: true,
  });
}

export async function dev(args) {
  const tools = await prepare();
  await build(tools, args);
  return runInForeground({
    command: tools.node,
    args: [join(root, "scripts", "dev.mjs")],
    cwd: root,
    env: tools.env,
  });
}
