import process from "node:process";
import { CommandFault } from "./command-fault.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { note, printJson } from "./output.ts";
import { explainSurroundings } from "./surroundings.ts";

/** The sentence of a program for an error that it knows, or nothing. */
export type Explain = (error: unknown) => string | undefined;

const OURS =
  "This is an error of Triptych itself and not of what you typed. Please report it with the " +
  "lines above.";

/**
 * Says why a command ended: a sentence for what its user can change, the whole error for a bug.
 * With `json` the sentence is `{ "error": … }` on standard output. Returns the exit code.
 */
export function reportFailure(
  error: unknown,
  { explain, json }: { explain?: Explain | undefined; json: boolean },
): ExitCode {
  const sentence =
    error instanceof CommandFault
      ? error.message
      : (explain?.(error) ?? explainSurroundings(error));
  if (sentence === undefined) {
    note(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${OURS}`);
    return EXIT.broken;
  }
  if (json) printJson({ error: sentence });
  else note(sentence);
  return error instanceof CommandFault ? error.exitCode : EXIT.negative;
}

/** Runs what has no options of its own, such as a step of a build, and reports how it failed. */
export async function runStep(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    process.exitCode = reportFailure(error, { json: false });
  }
}
