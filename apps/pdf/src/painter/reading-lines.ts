import type { GlyphPosition, ShapedGlyph } from "../shaping/shaper.ts";
import type { LaidOutNode } from "./laid-out.ts";

/** Glyphs of one font, link and direction, as they are seen from left to right; in points. */
export interface LaidOutRun {
  /** Where it stands in the string of its line. */
  start: number;
  end: number;
  glyphs?: ShapedGlyph[];
  positions?: GlyphPosition[];
  xAdvance?: number;
  height?: number;
  descent?: number;
  attributes: {
    bidiLevel?: number;
    font?: PDFKit.Mixins.PDFFontSource[];
    fontSize?: number;
    color?: string;
    link?: string | null;
  };
}

/** A line as it is seen from left to right; in points. */
export interface LaidOutLine {
  string: string;
  runs: LaidOutRun[];
  box: { x: number; y: number };
  ascent?: number;
  /** How far white space hangs out at its left. */
  overflowLeft?: number;
}

function isLine(value: unknown): value is LaidOutLine {
  return (
    typeof value === "object" &&
    value !== null &&
    "string" in value &&
    typeof value.string === "string" &&
    "runs" in value &&
    Array.isArray(value.runs) &&
    "box" in value
  );
}

const levelOf = ({ attributes }: LaidOutRun) => attributes.bidiLevel ?? 0;

/** Whether its glyphs stand in the opposite order of reading. */
export const isReversed = (run: LaidOutRun): boolean => levelOf(run) % 2 === 1;

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

/** A run with its part of the string of its line. */
interface Said {
  run: LaidOutRun;
  text: string;
}

/**
 * Signs and spaces that take the direction of what stands beside them; those of Arabic have one.
 */
const SIGN = /^[[\p{P}\p{S}\p{Z}]--[\p{Script_Extensions=Arabic}\p{Script=Hebrew}]]+$/v;

const says = ({ codePoints }: ShapedGlyph, what: RegExp) =>
  what.test(String.fromCharCode(...codePoints));

/** The first `count` glyphs as a run, and the others. */
function cutRun({ run, text }: Said, count: number): [Said, Said] {
  const { glyphs = [], positions = [] } = run;
  const units = glyphs.slice(0, count).reduce((sum, { codePoints }) => sum + codePoints.length, 0);
  const part = (from: number, to: number | undefined, said: string): Said => {
    const places = positions.slice(from, to);
    const xAdvance = places.reduce((sum, place) => sum + place.xAdvance, 0);
    return {
      run: { ...run, glyphs: glyphs.slice(from, to), positions: places, xAdvance },
      text: said,
    };
  };
  return [part(0, count, text.slice(0, units)), part(count, undefined, text.slice(units))];
}

/**
 * Parts what ends a run from its letters: signs after letters from right to left, which programs
 * that copy text would put before them, and the space after letters inside of them that run from
 * left to right.
 */
function detachEnd(said: Said): Said[] {
  const { glyphs = [] } = said.run;
  if (isReversed(said.run)) {
    const [first] = glyphs;
    if (glyphs.length < 2 || first === undefined || !says(first, SIGN)) return [said];
    const [sign, rest] = cutRun(said, 1);
    return [sign, ...detachEnd(rest)];
  }
  const spaces = glyphs.length - 1 - glyphs.findLastIndex((glyph) => !says(glyph, /^\s+$/));
  return levelOf(said.run) === 0 || spaces === 0 || spaces === glyphs.length
    ? [said]
    : cutRun(said, glyphs.length - spaces);
}

const orderOf = (seen: readonly Said[]) => readingOrder(seen.map(({ run }) => levelOf(run)));

/**
 * Spaces at the end of a line have the direction of the paragraph, whatever stands before them
 * (rule L1): they are moved behind all that is seen.
 */
function moveLastSpaces(seen: readonly Said[]): Said[] {
  const place = orderOf(seen).at(-1) ?? 0;
  const last = seen[place];
  if (last === undefined || levelOf(last.run) === 0 || !/^\s+$/.test(last.text)) return [...seen];
  const attributes = { ...last.run.attributes, bidiLevel: 0 };
  const before = moveLastSpaces(seen.toSpliced(place, 1));
  return [...before, { ...last, run: { ...last.run, attributes } }];
}

/** One line as lines of runs that are read one after the other. */
function divideLine(line: LaidOutLine): LaidOutLine[] {
  const given = line.runs.flatMap((run) =>
    detachEnd({ run, text: line.string.slice(run.start, run.end) }),
  );
  const seen = moveLastSpaces(given);
  const order = orderOf(seen);
  let left = line.box.x + (seen[0] === given[0] ? 0 : (line.overflowLeft ?? 0));
  const places = seen.map(({ run }) => {
    const x = left;
    left += run.xAdvance ?? 0;
    return x;
  });
  const lines: LaidOutLine[] = [];
  for (const [index, place] of order.entries()) {
    const said = seen[place];
    if (said === undefined) continue;
    let open = lines.at(-1);
    if (open === undefined || place !== (order[index - 1] ?? 0) + 1) {
      open = { ...line, string: "", runs: [], box: { ...line.box, x: places[place] ?? 0 } };
      lines.push(open);
    }
    const start = open.string.length;
    open.string += said.text;
    open.runs.push({ ...said.run, start, end: open.string.length });
  }
  return lines;
}

/**
 * The lines of a block of text, divided so that runs come in the order of reading: programs that
 * copy text follow the order in which it is painted. @throws where the layout has another shape
 * than is known
 */
export function listReadingLines({ lines }: LaidOutNode): LaidOutLine[] {
  const given: unknown[] = Array.isArray(lines) ? lines : [];
  return given.flatMap((line) => {
    if (!isLine(line))
      throw new Error(
        "@react-pdf/layout returned lines the painter does not know; was it upgraded?",
      );
    return line.runs.every((run) => levelOf(run) === 0) ? [line] : divideLine(line);
  });
}
