/** One operation of a content stream: its operands as they are written, and its operator. */
export interface Operation {
  operator: string;
  operands: string[];
}

const SPACE = /[\0\t\n\f\r ]/;
/** What ends a number, a name or an operator (ISO 32000-1, 7.2.2). */
const BOUNDARY = /[\0\t\n\f\r ()<>[\]{}/%]/;
const OPERAND = /^[/([<+\-.\d]|^(true|false|null)$/;

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    if (source[at] === "%")
      while (at < source.length && source[at] !== "\n" && source[at] !== "\r") at += 1;
    else if (SPACE.test(source.charAt(at))) at += 1;
    else break;
  }
  return at;
}

function endOfString(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}

function endOfNested(source: string, from: number, close: string): number {
  let at = skipBlanks(source, from);
  while (at < source.length && !source.startsWith(close, at))
    at = skipBlanks(source, endOfToken(source, at));
  return Math.min(at + close.length, source.length);
}

function endOfWord(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && !BOUNDARY.test(source.charAt(at))) at += 1;
  return at;
}

/** Where the token that begins at `from` ends. Broken streams end their last token. */
function endOfToken(source: string, from: number): number {
  if (source[from] === "(") return endOfString(source, from);
  if (source[from] === "[") return endOfNested(source, from + 1, "]");
  if (source.startsWith("<<", from)) return endOfNested(source, from + 2, ">>");
  if (source[from] !== "<") return endOfWord(source, from);
  const close = source.indexOf(">", from);
  return close < 0 ? source.length : close + 1;
}

/** The data of an inline image is no token; it goes to an `EI` that stands alone. */
function endOfInlineImage(source: string, from: number): number {
  const close = source.slice(from).search(/[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/);
  return close < 0 ? source.length : from + close;
}

/**
 * The operations of a content stream (one character a byte) in their order (ISO 32000-1, 7.8.2).
 */
export function* readOperations(source: string): Generator<Operation> {
  let operands: string[] = [];
  for (let at = skipBlanks(source, 0); at < source.length;) {
    const end = endOfToken(source, at);
    const token = source.slice(at, end);
    at = skipBlanks(source, end);
    if (OPERAND.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === "ID") at = skipBlanks(source, endOfInlineImage(source, end));
    yield { operator: token, operands };
    operands = [];
  }
}
