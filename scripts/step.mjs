// One step of the way: runs a program, says what is going on, keeps its output in a log and shows
// it only when it fails.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname } from "node:path";
import process from "node:process";

/** A fault whose message alone says what to do. */
export class GoError extends Error {
  exitCode = 1;
}

/**
 * With this code our own programs end whose user typed something wrong; they say it in a sentence.
 */
export const MISUSED = 2;

/** @param {string} message */
export function misused(message) {
  return Object.assign(new GoError(message), { exitCode: MISUSED });
}

/** How long a program that was asked to end may take, in milliseconds. */
const GRACE = 5000;

/** The exit code that a shell gives to what a signal has ended; others are smaller. */
const exitCodeOf = (signal) => 128 + constants.signals[signal];

const stopped = (exitCode) =>
  Object.assign(new GoError("Stopped. What was published is as it was."), { exitCode });

/** @throws GoError where the exit code of a program says that a signal has ended it */
export function requireUnstopped(exitCode) {
  if (exitCode > 128) throw stopped(exitCode);
}

/** Calls back for each signal that asks this process to end, until it is told to leave off. */
function hearSignals(heard) {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}

/** Ends a program and all that it has started, which are a group of their own. */
function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

const CAUSES = [
  [
    /SIGKILL|heap out of memory|ENOMEM|cannot allocate memory/i,
    "There was too little memory, and the system ended a program for it. A build needs 2 GB: end " +
      "other programs, add swap, or take a bigger machine.",
  ],
  [
    /ENOSPC|no space left/i,
    "The disk is full. Free some space and start again; finished work is kept.",
  ],
  [
    /EROFS|EACCES|EPERM|permission denied/i,
    "This place cannot be written to. Move the project to a folder of yours, or give " +
      "yourself the right to write there.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_SOCKET_TIMEOUT/,
    "The npm registry cannot be reached. The first start needs a network; later ones do not.",
  ],
  [
    /spawn .*\bnode ENOENT/,
    "The Node that was fetched does not run here: this system (Alpine, for one) has another C " +
      "library. Install its own Node, 22.18 or newer.",
  ],
  [
    /ETARGET|E404|EBADPLATFORM|notsup/,
    `There is no package for this machine (${process.platform} on ${process.arch}). Install Node ` +
      "24, with which no other is fetched.",
  ],
];

/** A sentence for the common causes of a failed step, or nothing. */
export function explain(text) {
  const place = /(?:EACCES|EPERM|EROFS)[^'\n]*'([^'\n]+)'/.exec(text)?.[1];
  const [, sentence] = CAUSES.find(([pattern]) => pattern.test(text)) ?? [];
  return place === undefined ? sentence : sentence?.replace("This place", () => place);
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function startTicker(title, since) {
  if (!process.stderr.isTTY) return () => {};
  const timer = setInterval(
    () => process.stderr.write(`\r\u001b[2K  … ${title} ${seconds(since)}`),
    200,
  );
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\u001b[2K");
  };
}

/**
 * @typedef {{ command: string, args: string[], cwd: string, env: Record<string, string |
 * undefined>, log: string }} Program
 */

/**
 * Starts a program whose output goes to its log. A signal that asks this process to end ends it
 * with everything it has started: kindly at first, and at once by the second signal.
 * @param {Program & { input?: "pipe", isOurs?: true }} program with `pipe` it has an input of its
 *   own; where it is ours, its exit code tells whose fault it was
 */
export function startLogged({ command, args, cwd, env, log, input = "ignore", isOurs }) {
  mkdirSync(dirname(log), { recursive: true });
  // Where this is not allowed, nothing has been started yet.
  writeFileSync(log, "");
  const sink = createWriteStream(log);
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: [input, "pipe", "pipe"],
    detached: true,
  });
  let asked;
  let patience;
  let isOver = false;
  const end = (signal = "SIGTERM") => {
    if (isOver) return;
    endGroup(child, asked === undefined ? "SIGTERM" : "SIGKILL");
    asked ??= signal;
    patience ??= setTimeout(endGroup, GRACE, child, "SIGKILL");
  };
  const leaveOff = hearSignals(end);
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  const ended = new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new GoError(explain(error.message) ?? error.message)));
    child.on("exit", () => {
      // What it started may hold its output open.
      if (asked !== undefined) endGroup(child, "SIGKILL");
    });
    child.on("close", (code, signal) => {
      isOver = true;
      leaveOff();
      clearTimeout(patience);
      if (signal !== null) sink.write(`ended by ${signal}\n`);
      sink.end(() => {
        if (asked !== undefined) reject(stopped(exitCodeOf(asked)));
        else if (code === 0) resolve(readWarnings(log));
        else if (isOurs === true && code === MISUSED)
          reject(misused(readFileSync(log, "utf8").trimEnd()));
        else reject(tellEnd(log));
      });
    });
  });
  return { child, ended, end };
}

/** What the owner should see of a program that did its work. */
const readWarnings = (log) =>
  readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("Warning: "));

/** The end of what a program said before it failed, and where the rest is. */
function tellEnd(log) {
  const output = readFileSync(log, "utf8");
  const tail = output.trimEnd().split("\n").slice(-40).join("\n");
  const cause = explain(output);
  return new GoError(
    `${tail}\n\n${cause === undefined ? "" : `${cause}\n`}The whole output is in ${log}.`,
  );
}

/**
 * Shows what is going on until it has ended, how long it took, and what was warned of.
 * @param {string} title
 * @param {Promise<string[]>} ended
 */
export async function showStep(title, ended) {
  const since = Date.now();
  const stop = startTicker(title, since);
  let warnings;
  try {
    warnings = await ended;
  } catch (error) {
    if (error instanceof GoError && error.exitCode === 1)
      error.message = `${error.message}\nCould not ${title}.`;
    throw error;
  } finally {
    stop();
  }
  process.stderr.write([`  ✓ ${title} (${seconds(since)})`, ...warnings, ""].join("\n"));
}

/**
 * Runs one program to its end. Rejects with a GoError that holds the end of its output.
 * @param {Program & { title: string }} step
 */
export function run({ title, ...program }) {
  return showStep(title, startLogged(program).ended);
}

/**
 * Runs a program in the foreground with this process's own input and output, handing signals on.
 * @param {Omit<Program, "log"> & { isLeashed?: true }} program one of ours that is leashed ends
 *   itself when this process is killed
 * @returns {Promise<number>} its exit code; that of a shell where a signal ended it
 */
export function runInForeground({ command, args, cwd, env, isLeashed }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["inherit", "inherit", "inherit", ...(isLeashed === true ? ["ipc"] : [])],
    });
    // A terminal sends Ctrl-C to the whole group; the child ends itself and this process waits for
    // it.
    const leaveOff = hearSignals((signal) => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      leaveOff();
      if (signal === "SIGKILL") process.stderr.write(`${explain(signal)}\n`);
      resolve(code ?? exitCodeOf(signal));
    });
  });
}
