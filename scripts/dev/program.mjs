// Programs that run while one works: each with its lines behind its name.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * @typedef {{ name: string, command: string, args: string[], cwd: string, env: Record<string,
 * string | undefined> }} Program
 */

/**
 * Starts a program; its output is shown line by line.
 * @param {Program & { input?: "ignore" | "pipe", hears?: (line: string) => boolean }} program
 *   `hears` takes the lines of its output that are not for the reader
 */
export function startProgram({ name, command, args, cwd, env, input = "ignore", hears }) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: [input, "pipe", "pipe"],
  });
  const show = (line) => {
    if (line.trim() !== "") process.stdout.write(`${name.padEnd(7)} ${line}\n`);
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (hears?.(line) !== true) show(line);
  });
  createInterface({ input: child.stderr }).on("line", show);
  return child;
}

/** Resolves when the program has ended, with whether it ended well. */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode === 0);
  return new Promise((done) => child.on("close", (code) => done(code === 0)));
}
