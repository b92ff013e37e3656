import { LineCounter, parseDocument } from "yaml";

/** A slip of the pen in a file, with the line that was probably meant. */
export interface Slip {
  /** Both count from 1. */
  line: number;
  column: number;
  message: string;
  /** What to write in place of the line; several lines where more than one must change. */
  paste: string;
}

/** Some lines of a file as they were probably meant. */
export interface Repair {
  message: string;
  /** In place of the line; may hold line breaks. */
  paste: string;
  /** How many lines it stands for; 1 where it is left out. */
  lines?: number;
  /** Where in the line the slip is; counts from 1, and is the first letter where it is left out. */
  column?: number;
}

/**
 * Knows one kind of slip: how a line, counted from 0, might have been meant. It may be wrong, for
 * whoever asks looks whether the file is better for it.
 */
export type Recogniser = (lines: readonly string[], at: number) => Repair[];

/** Where the parser stumbles; lines count from 0. */
export interface Stumble {
  line: number;
  column: number;
}

export function findStumbles(text: string): Stumble[] {
  const counter = new LineCounter();
  const { errors } = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  return errors.map(({ pos: [start] }) => {
    const { line, col } = counter.linePos(start);
    return { line: line - 1, column: col };
  });
}
