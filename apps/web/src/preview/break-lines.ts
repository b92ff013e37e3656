/** Measures text in pixels at a size in pixels. */
export type Measure = (text: string, size: number) => number;

export interface FittedText {
  lines: string[];
  /** Pixels. */
  size: number;
}

/** Base line to base line, as a multiple of the size. */
export const LEADING = 1.1;

/** Pixels. */
interface Room {
  width: number;
  /** Holds at least one line, whatever its size. */
  height: number;
  /** Sizes to try, from large to small. */
  sizes: readonly [number, ...number[]];
}

/** Lines no wider than `width`, filled in turn; a single word may be wider. */
function fillLines(text: string, width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && measure(longer.trim(), size) <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

/**
 * The line cut so that it fits with an ellipsis: between words, and inside a word only where it is
 * the first.
 */
function clampLine(line: string, width: number, size: number, measure: Measure): string {
  const close = (text: string) => `${text.replace(/[\s,;:]+$/, "")}…`;
  const words = line.split(" ");
  while (words.length > 1 && measure(close(words.join(" ")), size) > width) words.pop();
  const characters = [...words.join(" ")];
  while (characters.length > 0 && measure(close(characters.join("")), size) > width)
    characters.pop();
  return close(characters.join(""));
}

/**
 * The largest size at which the text fits; at the smallest, what is too much is cut with an
 * ellipsis.
 */
export function fitText(
  text: string,
  { width, height, sizes }: Room,
  measure: Measure,
): FittedText {
  const maxLines = (size: number) => Math.max(1, Math.floor(height / (size * LEADING)));
  const fits = (lines: readonly string[], size: number) =>
    lines.length <= maxLines(size) && lines.every((line) => measure(line, size) <= width);
  for (const size of sizes) {
    const lines = fillLines(text, width, size, measure);
    if (fits(lines, size)) return { lines, size };
  }
  const size = sizes.at(-1) ?? sizes[0];
  const lines = fillLines(text, width, size, measure);
  const kept = lines
    .slice(0, maxLines(size))
    .map((line) => (measure(line, size) <= width ? line : clampLine(line, width, size, measure)));
  const last = kept.at(-1);
  if (lines.length > maxLines(size) && last !== undefined && !last.endsWith("…"))
    kept.splice(-1, 1, clampLine(last, width, size, measure));
  return { lines: kept, size };
}
