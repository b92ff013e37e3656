import process from "node:process";
import { styleText } from "node:util";

/** Colours a word, or leaves it alone where the output is no terminal. */
export type Paint = (style: "red" | "yellow" | "green", text: string) => string;

export const paintFor =
  (stream: NodeJS.WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream });

/** A result, which the next program may read. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") || text === "" ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** What is for the person at the terminal and not for the next program. */
export function note(text: string): void {
  if (text !== "") process.stderr.write(`${text}\n`);
}

/**
 * A reader such as `head` that has seen enough closes the pipe. What is being done goes on, and
 * what is left to say is lost.
 */
export function outliveReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
