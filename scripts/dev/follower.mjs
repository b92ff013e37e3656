import { ended, startProgram } from "./program.mjs";

/** A follower answers every line of its input with `done`, and with what came of it. */
const ANSWER = /^done(?: (.*))?$/;

/**
 * A program that stays, with all that it has loaded and compiled: asked again it needs a fraction
 * of the time of a new one. One that has ended is replaced when it is asked the next time.
 */
export class Follower {
  #program;
  #child;
  #waiting = [];

  /** @param {import("./program.mjs").Program} program */
  constructor(program) {
    this.#program = program;
  }

  /** Loads it ahead of the first question. */
  start() {
    // Each process has its own: one that was stopped may still answer, and nobody waits for it.
    const waiting = [];
    const child = startProgram({
      ...this.#program,
      input: "pipe",
      hears: (line) => {
        const answer = ANSWER.exec(line);
        if (answer !== null) waiting.shift()?.(answer[1] ?? "");
        return answer !== null;
      },
    });
    child.on("close", () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      for (const give of waiting.splice(0)) give(undefined);
    });
    // One that has ended is replaced; what it was asked for is asked again.
    child.stdin.on("error", () => {});
    this.#child = child;
    this.#waiting = waiting;
    return child;
  }

  /** What came of it; undefined where the program ended before its answer. */
  ask() {
    const child = this.#child ?? this.start();
    return new Promise((give) => {
      this.#waiting.push(give);
      child.stdin.write("\n");
    });
  }

  /** Its source has changed: what is asked from now on is answered by the new one. */
  replace() {
    void this.stop();
    this.start();
  }

  stop(signal = "SIGTERM") {
    const child = this.#child;
    this.#child = undefined;
    for (const give of this.#waiting.splice(0)) give(undefined);
    child?.kill(signal);
    return child === undefined ? Promise.resolve(true) : ended(child);
  }
}
