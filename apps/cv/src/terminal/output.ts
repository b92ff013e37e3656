import process from "node:process";
import { styleText } from "node:util";
import type { Paint } from "../record/check-report.ts";

/** Colours only where the stream is a terminal that shows them. */
export const paintFor =
  (stream: NodeJS.WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream });

export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") || text === "" ? text : `${text}\n`);
}

/** What is for the person at the terminal and not for the next program. */
export function tell(text: string): void {
  if (text !== "") process.stderr.write(`${text}\n`);
}

/** Ends the command with exit code 1 and one sentence. */
export function fail(message: string): void {
  tell(message);
  process.exitCode = 1;
}

/** One line that is written over, for people who wait; nothing where the output is no terminal. */
export function showProgress(text: string, isLast: boolean): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(isLast ? "\r\u001b[2K" : `\r\u001b[2K${text}`);
}
