import process from "node:process";
import { vi } from "vitest";
import { runProgram } from "@triptych/terminal";
import { CV } from "../program.ts";

export interface Finished {
  code: unknown;
  stdout: string;
  stderr: string;
}

interface Surroundings {
  cwd: string;
  /** Put over the environment of the tests; undefined takes a variable out of it. */
  env: Record<string, string | undefined>;
}

async function runOne(args: readonly string[], { cwd, env }: Surroundings): Promise<Finished> {
  const written = { stdout: "", stderr: "" };
  const into = (stream: "stdout" | "stderr") => (chunk: string | Uint8Array) => {
    written[stream] += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  const before = process.cwd();
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(into("stdout")),
    vi.spyOn(process.stderr, "write").mockImplementation(into("stderr")),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    await runProgram(CV, args);
    return { code: process.exitCode ?? 0, ...written };
  } finally {
    process.exitCode = undefined;
    process.chdir(before);
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `cv` in the process of the tests, where nobody can answer questions: one command after
 * another, for they share its output.
 */
export function runHere(args: readonly string[], surroundings: Surroundings): Promise<Finished> {
  const next = last.then(() => runOne(args, surroundings));
  last = next.catch(() => undefined);
  return next;
}
