import { note } from "@triptych/terminal";
import process from "node:process";

/** One event a line, for logs that machines read. Never an address or a token. */
export function logLine(line: object): void {
  note(JSON.stringify({ time: new Date().toISOString(), ...line }));
}

export function logError(error: unknown): void {
  logLine({ error: error instanceof Error ? error.message : String(error) });
}

/**
 * Resolves when whoever started the program asks it to stop, or was killed. A signal may come
 * twice, to the group and handed on: those that follow do not cut off what is being finished.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve());
    process.on("disconnect", () => resolve());
    // To listen for its end would keep this process alive.
    process.channel?.unref();
  });
}
