import process from "node:process";

const WIDTH = 24;

/** One line: a bar, how many of how many, and what they are. */
export function formatProgress(done: number, total: number, what: string): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(share * WIDTH);
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${done} of ${total} ${what}`;
}

export interface Progress {
  show(done: number, total: number): void;
  /** Takes the bar away, so that what follows stands on a clean line. */
  end(): void;
}

/** What of a stream the bar needs. */
interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * A bar on the terminal; silent where standard error is a file or a pipe, whose readers want lines
 * and not a moving picture.
 */
export function openProgress(what: string, stream: Screen = process.stderr): Progress {
  if (stream.isTTY !== true) return { show: () => undefined, end: () => undefined };
  return {
    show: (done, total) => void stream.write(`\r${formatProgress(done, total, what)}\u001b[K`),
    end: () => void stream.write("\r\u001b[K"),
  };
}
