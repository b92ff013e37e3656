import { isReversed, type LaidOutLine, type LaidOutRun } from "./reading-lines.ts";
import { mirror } from "../text/bidi.ts";

/** A run of glyphs as it is going to be painted. */
export interface TextRun {
  /** How many glyphs it has. */
  length: number;
  /** What it says, in the order of reading. */
  text: string;
  /** Whether its glyphs stand in the opposite order of reading. */
  isReversed: boolean;
  /** All that the link says which it is part of, over fonts and lines; empty for no link. */
  linkWords: string;
}

function textOf(line: LaidOutLine, run: LaidOutRun): string {
  const text = line.string.slice(run.start, run.end);
  if (!isReversed(run)) return text;
  return mirror([...text].toReversed().join(""));
}

/**
 * Isolates and marks of direction have done their work; joiners inside words are part of how they
 * are written.
 */
const withoutDirections = (text: string) =>
  text.replaceAll(/[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

const lengthOf = (glyphs: readonly { codePoints: readonly number[] }[]) =>
  glyphs.reduce((sum, { codePoints }) => sum + codePoints.length, 0);

/**
 * The layout cuts runs by counting what glyphs stand for; where that is not what the text says,
 * characters would be lost in silence.
 */
function requireAll(text: string, glyphs: readonly { codePoints: readonly number[] }[]): void {
  if (lengthOf(glyphs) !== text.length)
    throw new Error(`The glyphs of “${text}” stand for another number of characters.`);
}

interface LinkedRun extends Omit<TextRun, "linkWords"> {
  link: unknown;
}

/** Tells each run of a link what all of it says; runs of one link are read one after the other. */
function nameLinks(runs: readonly LinkedRun[]): TextRun[] {
  let whole = { text: "" };
  const words = runs.map(({ link, text }, index) => {
    if (link !== runs[index - 1]?.link) whole = { text: "" };
    whole.text += text;
    return whole;
  });
  return runs.map(({ link, ...run }, index) => ({
    ...run,
    linkWords: link === undefined ? "" : (words[index]?.text.trim() ?? ""),
  }));
}

/** The runs of lines, in the order of reading and of painting. */
export function listTextRuns(lines: readonly LaidOutLine[]): TextRun[] {
  const runs = lines.flatMap((line) =>
    line.runs.flatMap((run): LinkedRun[] => {
      if (
        run.glyphs === undefined ||
        run.positions === undefined ||
        run.attributes.font?.[0] === undefined
      )
        return [];
      const text = textOf(line, run);
      requireAll(text, run.glyphs);
      return [
        {
          length: run.glyphs.length,
          text: withoutDirections(text).normalize("NFC"),
          isReversed: isReversed(run),
          link: run.attributes.link,
        },
      ];
    }),
  );
  return nameLinks(runs);
}
