/** An error whose message alone says what is wrong, where, and what to do. */
export class CommandFault extends Error {}

/** What the exit code of every command means. */
export const EXIT = {
  /** Everything asked for is done. */
  done: 0,
  /** Not done, or not all of it; the last lines say why. */
  incomplete: 1,
  /** The command was written wrongly; nothing was begun. */
  misused: 2,
} as const;
