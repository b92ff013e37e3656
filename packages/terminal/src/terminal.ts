import process from "node:process";
import { note, type Paint, paintFor, print } from "./output.ts";
import { openProgress, type Progress } from "./progress.ts";
import { askInTerminal } from "./question.ts";

/** How a command talks to whoever started it. Programs and pipes are asked nothing. */
export interface Terminal {
  /** Results. */
  print: (text: string) => void;
  /** Everything else: progress, faults. */
  note: (text: string) => void;
  paint: Paint;
  /** Asks a question, or is absent where nobody can answer. An empty answer is the default. */
  ask?: ((question: string, byDefault: string) => Promise<string>) | undefined;
  progress: Progress;
}

const SILENT: Progress = { show: () => undefined, end: () => undefined };

/**
 * The terminal of this process. With `quiet` nobody is asked and no progress is shown, as for
 * `--json`.
 */
export function openTerminal({ quiet }: { quiet: boolean }): Terminal {
  const isInteractive = process.stdin.isTTY && process.stderr.isTTY && !quiet;
  return {
    print,
    note,
    paint: paintFor(process.stdout),
    ask: isInteractive ? askInTerminal : undefined,
    progress: quiet ? SILENT : openProgress(),
  };
}
