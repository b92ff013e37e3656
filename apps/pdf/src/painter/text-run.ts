import type { GlyphPosition, ShapedGlyph } from "../shaping/shaper.ts";
import { mirror } from "../text/bidi.ts";
import type { LaidOutNode } from "./laid-out.ts";
import {
  isReversed,
  type LaidOutLine,
  type LaidOutRun,
  listReadingLines,
} from "./reading-lines.ts";

/** A run of glyphs as it is painted; in points. */
export interface TextRun {
  glyphs: readonly ShapedGlyph[];
  positions: readonly GlyphPosition[];
  face: PDFKit.Mixins.PDFFontSource;
  size: number;
  colour: string;
  /** Where it begins on its line, from the page's top left. */
  x: number;
  y: number;
  /** Of its box, which ends below the line. */
  width: number;
  height: number;
  descent: number;
  /** What it says, in the order of reading. */
  text: string;
  /** Whether its glyphs stand in the opposite order of reading. */
  isReversed: boolean;
  link: string | undefined;
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

const lengthOf = (glyphs: readonly ShapedGlyph[]) =>
  glyphs.reduce((sum, { codePoints }) => sum + codePoints.length, 0);

/**
 * The layout cuts runs by counting what glyphs stand for; where that is not what the text says,
 * characters would be lost in silence.
 */
function requireAll(text: string, glyphs: readonly ShapedGlyph[]): void {
  if (lengthOf(glyphs) !== text.length)
    throw new Error(`The glyphs of “${text}” stand for another number of characters.`);
}

/** Tells each run of a link what all of it says; runs of one link are read one after the other. */
function nameLinks(runs: readonly TextRun[]): void {
  for (let start = 0; start < runs.length;) {
    const link = runs[start]?.link;
    let end = start + 1;
    while (end < runs.length && runs[end]?.link === link) end += 1;
    const part = link === undefined ? [] : runs.slice(start, end);
    const words = part.map(({ text }) => text).join("");
    for (const run of part) run.linkWords = words.trim();
    start = end;
  }
}

/** Adds the runs of a line, of which the box begins at `left` and `top`. */
function readLine(runs: TextRun[], line: LaidOutLine, left: number, top: number): void {
  let x = left;
  const y = top + (line.ascent ?? 0);
  for (const run of line.runs) {
    const { glyphs, positions, attributes, xAdvance: width = 0, height = 0, descent = 0 } = run;
    const { font: [face] = [], fontSize: size = 0, color: colour = "#000000" } = attributes;
    const begin = x;
    x += width;
    if (glyphs === undefined || positions === undefined || face === undefined) continue;
    const said = textOf(line, run);
    requireAll(said, glyphs);
    const text = withoutDirections(said).normalize("NFC");
    // Isolates and marks of direction draw nothing.
    if (text === "") continue;
    runs.push({
      glyphs,
      positions,
      face,
      size,
      colour,
      x: begin,
      y,
      width,
      height,
      descent,
      text,
      isReversed: isReversed(run),
      link: attributes.link ?? undefined,
      linkWords: "",
    });
  }
}

/**
 * The runs of a block of text in the order of reading, placed as react-pdf's own painter does.
 * `origin` is the place of what holds the block.
 */
export function listTextRuns(node: LaidOutNode, origin: { left: number; top: number }): TextRun[] {
  const { left = 0, top = 0, paddingTop = 0, paddingLeft = 0 } = node.box ?? {};
  const lines = listReadingLines(node);
  const x = origin.left + left + paddingLeft - (node.alignOffset ?? 0);
  const y = origin.top + top + paddingTop - (lines[0]?.box.y ?? 0);
  const runs: TextRun[] = [];
  for (const line of lines) readLine(runs, line, x + line.box.x, y + line.box.y);
  nameLinks(runs);
  return runs;
}
