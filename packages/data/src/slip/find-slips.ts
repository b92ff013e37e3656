import { foreignDash, foreignLine, shallowBlock } from "./foreign-slips.ts";
import { indentOf } from "./line-parts.ts";
import { backslash, curlyQuotes, textAroundQuotes, unclosedQuote } from "./quote-slips.ts";
import { bracket, indentation, missingColon, missingDash } from "./shape-slips.ts";
import { findStumbles, type Recogniser, type Repair, type Slip, type Stumble } from "./slip.ts";
import { colonWithoutSpace, dashWithoutSpace, foreignColon, oddSpace, tab } from "./space-slips.ts";
import { colonInText, cutInParagraph, reservedStart, textInBrackets } from "./text-slips.ts";

/** The kinds of slips, in the order in which they explain a stumble best. */
const recognisers = (keys: ReadonlySet<string>): Recogniser[] => [
  oddSpace,
  tab,
  curlyQuotes,
  unclosedQuote,
  backslash,
  textAroundQuotes,
  foreignLine,
  foreignDash,
  shallowBlock,
  dashWithoutSpace,
  colonWithoutSpace,
  foreignColon,
  textInBrackets,
  cutInParagraph,
  bracket,
  reservedStart,
  colonInText,
  missingColon(keys),
  missingDash,
  indentation,
];

/** Lines of a file without a single key, in which other marks stand for the colons. */
export const findForeignColons = (text: string): Slip[] =>
  text.split(/\r?\n/).flatMap((_, at, lines): Slip[] =>
    foreignColon(lines, at).map(({ message, paste, column = 1 }) => ({
      line: at + 1,
      column,
      message,
      paste,
    })),
  );

const MAX_SLIPS = 5;
/** Each attempt reads the file once; this many letters take about a second. */
const MAX_LETTERS = 1_500_000;
const FEWEST_ATTEMPTS = 30;
/** No line that a person writes is longer; what is comes from programs. */
const LONGEST_LINE = 5000;
/** A bracket or an entry is seldom longer. */
const LINES_BEFORE = 40;

interface Attempt {
  at: number;
  repair: Repair;
  lines: string[];
  left: Stumble[];
}

/**
 * Lines that may be to blame for a stumble: it, those around it, those before it; all for quotes.
 */
function suspects(lines: readonly string[], { line }: Stumble): number[] {
  const near = [line, line - 1, line + 1];
  const before = Array.from({ length: LINES_BEFORE }, (_, index) => line - 2 - index);
  const quoted = lines.flatMap((text, index) => (/["']/.test(text) ? [index] : []));
  return [...new Set([...near, ...before, ...quoted])].filter((at) => lines[at] !== undefined);
}

function attempt(lines: readonly string[], at: number, repair: Repair): Attempt {
  const changed = lines.toSpliced(at, repair.lines ?? 1, ...repair.paste.split("\n"));
  return { at, repair, lines: changed, left: findStumbles(changed.join("\n")) };
}

/** Whether a repair helped: no stumble is left, or the first one comes later. */
function helped({ left }: Attempt, before: readonly Stumble[]): boolean {
  const [first] = left;
  const [old] = before;
  return first === undefined || (old !== undefined && first.line > old.line + 1);
}

/** The repair that leaves no stumble, else the first that leaves a later one. */
function findRepair(
  lines: readonly string[],
  stumbles: readonly Stumble[],
  known: readonly Recogniser[],
): Attempt | undefined {
  const [first] = stumbles;
  if (first === undefined) return undefined;
  const order = suspects(lines, first);
  const near = order.slice(0, 3);
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  let attempts = Math.max(FEWEST_ATTEMPTS, MAX_LETTERS / length);
  let second: Attempt | undefined;
  for (const scope of [near, order.slice(3)])
    for (const recognise of known)
      for (const at of scope)
        for (const repair of recognise(lines, at)) {
          attempts -= 1;
          if (attempts < 0) return second;
          if (repair.paste === lines[at]) continue;
          const tried = attempt(lines, at, repair);
          if (tried.left.length === 0) return tried;
          if (second === undefined && helped(tried, stumbles)) second = tried;
        }
  return second;
}

/**
 * The slips for which a text does not parse, each with its remedy; a remedy is one with which the
 * file parses, or parses further. Empty where none is known.
 * @param keys all keys of the record
 */
export function findSlips(text: string, keys: ReadonlySet<string>): Slip[] {
  const known = recognisers(keys);
  const slips: Slip[] = [];
  let lines = text.split(/\r?\n/);
  if (lines.some(({ length }) => length > LONGEST_LINE)) return [];
  let stumbles = findStumbles(lines.join("\n"));
  while (stumbles.length > 0 && slips.length < MAX_SLIPS) {
    const found = findRepair(lines, stumbles, known);
    if (found === undefined) break;
    const { at, repair } = found;
    const { message, paste, column = indentOf(lines[at] ?? "") + 1 } = repair;
    slips.push({ line: at + 1, column, message, paste });
    ({ lines, left: stumbles } = found);
  }
  return slips;
}
