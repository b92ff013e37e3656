import { Lexer, LineCounter } from "yaml";
import { quote } from "./line-parts.ts";
import { cutInParagraph } from "./text-slips.ts";
import type { Slip } from "./slip.ts";

/** A comment that stands behind something on its line, by its place in the text. */
interface TrailingComment {
  at: number;
  text: string;
  /** Where the unquoted text before it begins; its own place where it follows a key or a dash. */
  from: number;
}

const DOCUMENT = "\u0002";
const FLOW_END = "\u0018";
const SCALAR = "\u001f";

/** Comments behind unquoted texts, or behind a key or a dash that has no value yet. */
function listTrailingComments(text: string): TrailingComment[] {
  const comments: TrailingComment[] = [];
  let at = 0;
  let from: number | undefined;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (token === SCALAR) isText = true;
    if (token === SCALAR || token === DOCUMENT || token === FLOW_END) continue;
    if (token.startsWith("#") && from !== undefined && !isText)
      comments.push({ at, text: token, from: Math.min(from, at) });
    if (isText) from = /^\s/.test(token) ? undefined : at;
    else if (token === ":" || token === "-" || token === "," || token === "[" || token === "{")
      from = Number.POSITIVE_INFINITY;
    else if (token.trim() !== "") from = undefined;
    else if (token.includes("\n")) from = undefined;
    isText = false;
    at += token.length;
  }
  return comments;
}

/** A comment is told by the space behind its #; without one the # was probably meant as text. */
const isMeantAsText = (comment: string) => /^#[^\s#!]/.test(comment);

const CUT =
  "the text is cut off here: #, with a space before it, begins a comment; " +
  'put the text in quotes (or write "# ", if it is a comment)';

/** In brackets a text ends at a comma or a bracket, else with its line. */
function endOfText(line: string, from: number, mark: number): number {
  const isFlow = /[[{]/.test(line.slice(0, from));
  const end = isFlow ? line.slice(mark).search(/\s*(?:,\s|[\]}])/) : -1;
  return end < 0 ? line.trimEnd().length : mark + end;
}

/**
 * Texts that YAML cuts off in silence: ` #` begins a comment, so that `Symphony #9` would be read
 * as `Symphony`.
 */
export function findCutTexts(text: string): Slip[] {
  const counter = new LineCounter();
  const lines = text.split("\n");
  let offset = 0;
  for (const line of lines) {
    counter.addNewLine(offset);
    offset += line.length + 1;
  }
  return listTrailingComments(text).flatMap(({ at, text: comment, from }): Slip[] => {
    if (!isMeantAsText(comment)) return [];
    const { line, col } = counter.linePos(at);
    const whole = (lines[line - 1] ?? "").replace(/\r$/, "");
    const mark = col - 1;
    const begin = counter.linePos(from);
    if (begin.line !== line) {
      const [repair] = cutInParagraph(lines, begin.line - 1);
      return repair === undefined ? [] : [{ column: begin.col, ...repair, line: begin.line }];
    }
    const start = begin.col - 1;
    const end = endOfText(whole, start, mark);
    return [
      {
        line,
        column: col,
        message: CUT,
        paste: `${whole.slice(0, start)}${quote(whole.slice(start, end))}${whole.slice(end)}`,
      },
    ];
  });
}
