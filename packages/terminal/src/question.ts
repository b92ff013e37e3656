import process from "node:process";
import { EXIT } from "./exit-code.ts";
import { note } from "./output.ts";

/**
 * Asks on the terminal; an empty answer is the default. Every question is asked before anything is
 * written, so that Ctrl+C and Ctrl+D may end the program at any of them.
 */
export async function askInTerminal(question: string, byDefault: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = (
      await lines.question(byDefault === "" ? `${question} ` : `${question} [${byDefault}] `)
    ).trim();
    return answer === "" ? byDefault : answer;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    note("\nStopped; nothing was changed.");
    return process.exit(EXIT.interrupted);
  } finally {
    lines.close();
  }
}
