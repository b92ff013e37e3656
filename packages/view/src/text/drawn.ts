import { DRAWN_RANGES } from "./drawn-ranges.ts";

type Range = readonly [first: number, last: number];

/**
 * Ranges of code points as they are written in `drawn-ranges.ts`: in base 36, how far each begins
 * after the end of the last one, and how many more follow, if any.
 */
function readRanges(text: string): Range[] {
  let last = 0;
  return text
    .trim()
    .split(/\s+/)
    .map((range): Range => {
      const [step = "", more = "0"] = range.split("-");
      const first = last + Number.parseInt(step, 36);
      last = first + Number.parseInt(more, 36);
      return [first, last];
    });
}

/** The same the other way round, in lines no wider than 100. */
export function writeRanges(points: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const point of [...points].toSorted((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.[1] === point - 1) range[1] = point;
    else ranges.push([point, point]);
  }
  let last = 0;
  const lines: string[] = [];
  for (const [first, end] of ranges) {
    const more = end > first ? `-${(end - first).toString(36)}` : "";
    const range = `${(first - last).toString(36)}${more}`;
    last = end;
    const line = `${lines.at(-1) ?? ""} ${range}`.trim();
    if (lines.length > 0 && line.length <= 100) lines.splice(-1, 1, line);
    else lines.push(range);
  }
  return `${lines.join("\n")}\n`;
}

let ranges: Range[] | undefined;

/** Whether a face of the PDF has a character; what has none stands there as a box. */
export function isDrawn(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  ranges ??= readRanges(DRAWN_RANGES);
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? Infinity) < point) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Infinity) <= point;
}
