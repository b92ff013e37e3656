import { formatBar, openTerminal } from "@triptych/terminal";

/** Counts on one line of the terminal. */
export interface Bar {
  show(done: number, total: number): void;
  end(): void;
}

/** A bar of what is done; nothing is shown where the result is asked for as JSON. */
export function openBar(what: string, { json }: { json?: true }): Bar {
  const { progress } = openTerminal({ quiet: json === true });
  return {
    show: (done, total) => progress.show(formatBar(done, total, what)),
    end: () => progress.end(),
  };
}
