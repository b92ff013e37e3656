import { Lexer } from "yaml";
import type { Slip } from "./slip.ts";
import { oddSpace } from "./space-slips.ts";

/** Lines, counted from 0, that begin inside a text of several lines, where any space may stand. */
function listTextLines(text: string): Set<number> {
  const inside = new Set<number>();
  let line = 0;
  for (const token of new Lexer().lex(text)) {
    const breaks = token.split("\n").length - 1;
    if (breaks > 0 && token.trim() !== "")
      // A block begins on the line of its token, a quoted text before it.
      for (let next = /^\s/.test(token) ? 0 : 1; next <= breaks; next += 1) inside.add(line + next);
    line += breaks;
  }
  return inside;
}

/** No-break and other spaces that stand where the structure of the file is read from spaces. */
export function findOddSpaces(text: string): Slip[] {
  if (!/[^\P{White_Space}\t\n\r ]|[\u200b\u2060\ufeff]/u.test(text)) return [];
  const lines = text.split(/\r?\n/);
  const inside = listTextLines(text);
  return lines.flatMap((_, at): Slip[] => {
    const [repair] = inside.has(at) ? [] : oddSpace(lines, at);
    if (repair === undefined) return [];
    const { message, paste, column = 1 } = repair;
    return [{ line: at + 1, column, message, paste }];
  });
}
