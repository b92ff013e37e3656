// The door of the house: `npm start`, `npm test` and the other commands on a machine that has only
// Node >= 20 and npm.
import process from "node:process";
import { ensureHome, requireKnownMachine } from "./go/machine.mjs";
import { PROGRAMS, root, typedIn } from "./go/place.mjs";
import { prepare } from "./go/prepare.mjs";
import { buildFolder, dev, start } from "./go/serve.mjs";
import { readSettings } from "./go/settings.mjs";
import { check, test, testFile } from "./go/verify.mjs";
import { explain, GoError, runInForeground } from "./step.mjs";

async function runProgram(name, args) {
  const tools = await prepare();
  return runInForeground({
    command: tools.node,
    args: [...PROGRAMS[name], ...args],
    cwd: typedIn,
    env: tools.env,
  });
}

async function runTool([command, ...args]) {
  const tools = await prepare();
  return runInForeground({ command, args, cwd: root, env: tools.env });
}

const USAGE =
  "usage: node scripts/go.mjs start | test | check | t FILE | dev | build | cv … | pdf … | " +
  "digest … | bench NAME | prove NAME | pack | run TOOL …";

/** Commands about the record of whoever runs them, and not about the project. */
const OWNERS = ["start", "build", "dev", "cv", "pdf", "digest"];

async function go([command, ...args]) {
  requireKnownMachine();
  ensureHome(process.env);
  process.stderr.write(readSettings(process.env, OWNERS.includes(command)));
  if (command === "start") return start(args);
  if (command === "test") return test(args);
  if (command === "check") return check();
  if (command === "t") return testFile(args);
  if (command === "dev") return dev(args);
  if (command === "build") return buildFolder(args);
  if (command === "run") return runTool(args);
  if (command in PROGRAMS) return runProgram(command, args);
  throw new GoError(USAGE);
}

/** A sentence where the cause is known; the whole error where it is not, since then it is ours. */
function reportFailure(error) {
  const known =
    error instanceof GoError
      ? error.message
      : explain(`${error.code ?? ""} ${error.message ?? ""}`);
  process.stderr.write(`${known ?? error.stack ?? error}\n`);
  process.exitCode = error instanceof GoError ? error.exitCode : 1;
}

// A log that cannot be written, for one: a full disk shows itself anywhere.
process.on("uncaughtException", (error) => {
  reportFailure(error);
  process.exit();
});

// Mail servers pipe reports to this command, and drop them for good at any code but EX_TEMPFAIL of
// sysexits.h: whatever stands in the way, such as a folder it may not write to, may be put right.
if (process.argv.slice(2, 5).join(" ") === "digest bounces read")
  process.on("exit", (code) => {
    if (code !== 0) process.exitCode = 75;
  });

try {
  process.exitCode = await go(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
