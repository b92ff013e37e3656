import process from "node:process";
import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import type { Paint } from "../record/check-report.ts";

/** How a command talks to whoever started it. Programs and pipes are asked nothing. */
export interface Terminal {
  /** Results. */
  print: (text: string) => void;
  /** Everything else: progress, faults. */
  note: (text: string) => void;
  paint: Paint;
  /** Asks a question, or is absent where nobody can answer. An empty answer is the default. */
  ask?: ((question: string, byDefault: string) => Promise<string>) | undefined;
  /**
   * Shows what long work is at, on one line that is written over; nothing where the output is no
   * terminal.
   */
  progress: (text: string) => void;
}

/** What a shell reports of a program that Ctrl+C ended: 128 and the number of the signal. */
const INTERRUPTED = 130;

/**
 * Every question is asked before anything is written, so that Ctrl+C and Ctrl+D may end the program
 * at any of them.
 */
async function askInTerminal(question: string, byDefault: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = (
      await lines.question(byDefault === "" ? `${question} ` : `${question} [${byDefault}] `)
    ).trim();
    return answer === "" ? byDefault : answer;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    process.stderr.write("\nStopped; nothing was changed.\n");
    return process.exit(INTERRUPTED);
  } finally {
    lines.close();
  }
}

/**
 * The terminal of this process. With `quiet` nobody is asked and no progress is shown, as for
 * `--json`.
 */
export function openTerminal({ quiet }: { quiet: boolean }): Terminal {
  const isInteractive = process.stdin.isTTY && process.stderr.isTTY && !quiet;
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    paint: (style, text) => styleText(style, text, { stream: process.stdout }),
    ask: isInteractive ? askInTerminal : undefined,
    progress: (text) => {
      if (isInteractive) process.stderr.write(`\r\u001B[2K${text}`);
    },
  };
}
