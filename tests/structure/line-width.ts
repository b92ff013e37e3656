import { findTexts } from "./syntax.ts";

const WIDTH = 100;
/** Of a text that is no use to wrap. */
const SHORT = 20;
const SQL = /^"?(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER) /;

/**
 * Lines of more than 100 characters whose texts could be wrapped at a space, each by its place.
 * Addresses, regular expressions and SQL are not wrapped.
 */
export function findWideLines(file: string, text: string): string[] {
  const lines = text.split("\n");
  if (lines.every((line) => line.length <= WIDTH)) return [];
  const texts = findTexts(file, text);
  let from = 0;
  return lines.flatMap((line, index) => {
    const to = from + line.length;
    const pieces = texts
      .filter(({ start, end }) => start < to && end > from)
      .map(({ start, end }) => text.slice(Math.max(start, from), Math.min(end, to)));
    from = to + 1;
    const canBeWrapped = pieces.some(
      (piece) => piece.length > SHORT && piece.trim().includes(" ") && !SQL.test(piece),
    );
    return line.length > WIDTH && canBeWrapped ? [`${file}:${index + 1}`] : [];
  });
}
