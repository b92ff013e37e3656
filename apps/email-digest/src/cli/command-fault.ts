import { explainWriting } from "./surroundings.ts";

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

/**
 * Writes a file that the command names. @throws CommandFault where its place cannot be written to
 */
export async function writeNamed<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const sentence = explainWriting(error, file);
    throw sentence === undefined ? error : new CommandFault(sentence);
  }
}
