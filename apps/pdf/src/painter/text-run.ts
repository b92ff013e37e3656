import type { LaidOutNode } from "./laid-out.ts";
import type { ShapedGlyph } from "../shaping/shaper.ts";
import { mirror } from "../text/mirrored.ts";

/** A run of glyphs as it is going to be painted. */
export interface TextRun {
  /** How many glyphs it has. */
  length: number;
  /** What it says, in the order of reading. */
  text: string;
  /** Where it is read among the runs of its block. */
  order: number;
  /** Whether its glyphs stand in the opposite order of reading. */
  isReversed: boolean;
  /** All that the link says which it is part of, over fonts and lines; empty for no link. */
  linkWords: string;
}

interface LaidOutRun {
  start: number;
  end: number;
  glyphs?: { codePoints: number[] }[];
  positions?: unknown;
  attributes: { bidiLevel?: number; font?: unknown[]; link?: unknown };
}

interface LaidOutLine {
  string: string;
  runs: LaidOutRun[];
}

function isLine(value: unknown): value is LaidOutLine {
  return (
    typeof value === "object" &&
    value !== null &&
    "string" in value &&
    typeof value.string === "string" &&
    "runs" in value &&
    Array.isArray(value.runs)
  );
}

/**
 * Places of runs in the order of reading. Lines hold them as they are seen from left to right, by
 * rule L2 of Unicode Standard Annex 9; the same reversals from the lowest level to the highest undo
 * it.
 */
export function readingOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  for (let level = 1; level <= highest; level += 1) {
    for (let start = 0; start < order.length;) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = end + 1;
    }
  }
  return order;
}

/**
 * Glyphs of a run from right to left stand for the characters of the text, also where they are
 * drawn the other way round.
 */
export function nameMirrored(glyphs: readonly ShapedGlyph[]): ShapedGlyph[] {
  return glyphs.map((glyph) => {
    const text = String.fromCharCode(...glyph.codePoints);
    const meant = mirror(text);
    return meant === text
      ? glyph
      : { ...glyph, codePoints: Array.from(meant, (character) => character.charCodeAt(0)) };
  });
}

const isReversed = ({ attributes }: LaidOutRun) => (attributes.bidiLevel ?? 0) % 2 === 1;

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
  const words = new Map<LinkedRun, { text: string }>();
  let before: LinkedRun | undefined;
  for (const run of runs.toSorted((a, b) => a.order - b.order)) {
    const known = before?.link === run.link && before !== undefined ? words.get(before) : undefined;
    const whole = known ?? { text: "" };
    whole.text += run.text;
    words.set(run, whole);
    before = run;
  }
  return runs.map(({ link, ...run }, index) => {
    const key = runs[index];
    const whole = key === undefined || link === undefined ? undefined : words.get(key);
    return { ...run, linkWords: whole?.text.trim() ?? "" };
  });
}

/**
 * The runs of a block of text in the order of painting; throws where the layout has another shape
 * than is known.
 */
export function listTextRuns(node: LaidOutNode): TextRun[] {
  const lines: unknown[] = Array.isArray(node.lines) ? node.lines : [];
  let before = 0;
  const runs = lines.flatMap((line) => {
    if (!isLine(line))
      throw new Error(
        "@react-pdf/layout returned lines the painter does not know; was it upgraded?",
      );
    const order = readingOrder(line.runs.map(({ attributes }) => attributes.bidiLevel ?? 0));
    const inLine = line.runs.flatMap((run, index): LinkedRun[] => {
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
          order: before + order.indexOf(index),
          isReversed: isReversed(run),
          link: run.attributes.link,
        },
      ];
    });
    before += line.runs.length;
    return inLine;
  });
  return nameLinks(runs);
}
