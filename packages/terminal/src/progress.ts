import process from "node:process";

const WIDTH = 24;
const CLEAR = "\r\u001B[2K";

/** One line: a bar, how many of how many, and what they are. */
export function formatBar(done: number, total: number, what: string): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(share * WIDTH);
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${done} of ${total} ${what}`;
}

export interface Progress {
  /** Writes over what stood on the line before. */
  show(text: string): void;
  /** Takes the line away, so that what follows stands on a clean one. */
  end(): void;
}

/** What of a stream the line needs. */
interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * One line that says what long work is at. Silent where standard error is a file or a pipe, whose
 * readers want lines and not a moving picture.
 */
export function openProgress(stream: Screen = process.stderr): Progress {
  if (stream.isTTY !== true) return { show: () => undefined, end: () => undefined };
  return {
    show: (text) => void stream.write(`${CLEAR}${text}`),
    end: () => void stream.write(CLEAR),
  };
}
