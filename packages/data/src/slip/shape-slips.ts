import { indentOf, isBlank, splitLine } from "./line-parts.ts";
import type { Recogniser, Repair } from "./slip.ts";

const PAIRS: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** The brackets of a line outside of quotes: those left open, and where one closes that is not. */
function readBrackets(line: string): { open: { mark: string; at: number }[]; surplus: number[] } {
  const open: { mark: string; at: number }[] = [];
  const surplus: number[] = [];
  const bare = line
    .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (text) => "_".repeat(text.length))
    .replace(/\s#\s.*$/, "");
  for (const [at, letter] of [...bare].entries()) {
    if (letter in PAIRS) open.push({ mark: letter, at });
    else if (letter === "]" || letter === "}") {
      if (PAIRS[open.at(-1)?.mark ?? ""] === letter) open.pop();
      else surplus.push(at);
    }
  }
  return { open, surplus };
}

/** A bracket that goes on over the lines below, and is not closed behind the last of them. */
function closeBelow(lines: readonly string[], at: number, closers: string): Repair[] {
  const line = lines[at] ?? "";
  const rest = lines.slice(at + 1);
  const length = rest.findIndex((next) => !isBlank(next) && indentOf(next) <= indentOf(line));
  const block = lines.slice(at, at + 1 + (length < 0 ? rest.length : length));
  while (isBlank(block.at(-1) ?? "x")) block.pop();
  if (block.length < 2) return [];
  const paste = `${block.join("\n").replace(/,\s*$/, "")}${closers}`;
  const message = `opens a bracket that is not closed; put ${closers.trim()} where it ends`;
  return [{ message, paste, lines: block.length, column: line.search(/[[{]/) + 1 }];
}

/** `authors: [Ann, Bob` and `authors: [Ann, Bob]]` */
export const bracket: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  const { open, surplus } = readBrackets(line);
  const [last] = surplus;
  const first = open.at(-1);
  const { comment } = splitLine(line);
  const body = line.slice(0, line.length - comment.length).replace(/,\s*$/, "");
  const closers = open
    .toReversed()
    .map(({ mark }) => (mark === "{" ? " }" : "]"))
    .join("");
  const closer = PAIRS[first?.mark ?? ""] ?? "";
  const isOuter = open.some(({ mark }) => PAIRS[mark] === line[last ?? -1]);
  const wrong: Repair[] =
    last === undefined
      ? []
      : [
          {
            message: isOuter
              ? `closes a bracket in which ${first?.mark ?? ""} is still open; ` +
                `put ${closer} before it`
              : `has a ${line[last] ?? ""} too many or of the wrong kind`,
            paste: isOuter
              ? `${line.slice(0, last).trimEnd()}${closer === "}" ? " }" : closer}${line.slice(last)}`
              : `${line.slice(0, last)}${closer}${line.slice(last + 1)}`,
            column: last + 1,
          },
        ];
  const missing: Repair[] =
    first === undefined
      ? []
      : [
          {
            message: `opens a ${first.mark} that is not closed; put ${closer} where it ends`,
            paste: `${body}${closers}${comment}`,
            column: first.at + 1,
          },
        ];
  return [...wrong, ...missing, ...(first === undefined ? [] : closeBelow(lines, at, closers))];
};

/** Where lines above begin, and their texts behind the dash; the nearest to this line first. */
function usualIndents(lines: readonly string[], at: number): number[] {
  const own = indentOf(lines[at] ?? "");
  const above = lines
    .slice(Math.max(0, at - 30), at)
    .toReversed()
    .filter((line) => !isBlank(line));
  const indents = above.flatMap((line) => [splitLine(line).lead.length, indentOf(line)]);
  return [...new Set(indents)]
    .filter((indent) => indent !== own)
    .toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own));
}

/** A line that begins left or right of the others of its group. */
export const indentation: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  if (isBlank(line)) return [];
  return usualIndents(lines, at).map((indent) => ({
    message: "does not begin under the lines that it belongs to",
    paste: `${" ".repeat(indent)}${line.trimStart()}`,
    column: indentOf(line) + 1,
  }));
};

/** An entry of a list that has lost its dash, among others that have theirs. */
export const missingDash: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  if (isBlank(line) || line.trimStart().startsWith("-")) return [];
  const indent = indentOf(line);
  const rest = lines.slice(at + 1);
  const length = rest.findIndex(
    (next) => !isBlank(next) && (indentOf(next) < indent || /^\s*-\s/.test(next)),
  );
  const block = lines.slice(at, at + 1 + (length < 0 ? rest.length : length));
  while (isBlank(block.at(-1) ?? "x")) block.pop();
  const message = "has no dash; each entry of a list begins with one";
  const spread = block.map((next, index) =>
    index === 0 ? `${" ".repeat(indent)}- ${next.trimStart()}` : next === "" ? "" : `  ${next}`,
  );
  const pulled = `${" ".repeat(Math.max(0, indent - 2))}- ${line.trimStart()}`;
  return [
    { message, paste: `${" ".repeat(indent)}- ${line.trimStart()}`, column: indent + 1 },
    { message, paste: pulled, column: indent + 1 },
    { message, paste: spread.join("\n"), lines: block.length, column: indent + 1 },
  ];
};

/** `name = Ann`, `name Ann`, `name; Ann` */
export function missingColon(keys: ReadonlySet<string>): Recogniser {
  return (lines, at) => {
    const [, lead = "", key = "", value = ""] =
      /^(\s*(?:- +)*)([A-Za-z]\w*)\s*(?:=>?|;|：|\s)\s*(.*)$/.exec(lines[at] ?? "") ?? [];
    if (!keys.has(key)) return [];
    const message = `has no colon after ${key}`;
    const paste = `${lead}${key}:${value === "" ? "" : ` ${value}`}`;
    return [{ message, paste, column: lead.length + key.length + 1 }];
  };
}
