import { InvalidArgumentError, Option } from "commander";
import process from "node:process";
import type { z } from "zod";
import type { ExitCode } from "./exit-code.ts";

/** Options that are spelled alike and mean the same in every program. */
const SHARED = {
  dir: [
    "--dir <folder>",
    "content folder; else CV_DIR, else the record that comes with the project",
  ],
  out: ["--out <file>", "where to write it"],
  json: ["--json", "print the result as JSON; nobody is asked anything"],
  yes: ["--yes", "do it without asking"],
  offline: ["--offline", "ask no service over the network"],
} as const;

export type SharedOption = keyof typeof SHARED;

/** One of the shared options; `meaning` says what it does here in particular. */
export function sharedOption(name: SharedOption, meaning?: string): Option {
  const [flags, usual] = SHARED[name];
  return new Option(flags, meaning ?? usual);
}

/** Gathers the values of an option that may be given more than once. */
export const repeated = (value: string, before: string[] = []): string[] => [...before, value];

/** Lets what an action returns be the exit code of the process. */
export function exitWith<A extends unknown[]>(
  action: (...args: A) => Promise<ExitCode | void>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    const code = await action(...args);
    if (code !== undefined) process.exitCode = code;
  };
}

/** Reads the value of an option as a schema says; what is wrong with it becomes a sentence. */
export function readAs<T>(schema: z.ZodType<T>): (text: string) => T {
  return (text) => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(
      `It ${parsed.error.issues.map(({ message }) => message).join(", and ")}.`,
    );
  };
}
