import { indentOf, type LineParts, quote, quoteValue, splitLine } from "./line-parts.ts";
import type { Recogniser, Repair } from "./slip.ts";

/** What a text may not begin with, and what YAML takes it for. */
const STARTS: readonly [RegExp, string][] = [
  [/^[@`]/, "which YAML keeps for itself"],
  [/^%/, "which YAML keeps for instructions"],
  [/^\*/, "which stands for something marked with & above"],
  [/^&/, "which marks a value for use elsewhere"],
  [/^!/, "which names a type"],
  [/^\[/, "which opens a list"],
  [/^\{/, "which opens a group"],
  [/^[|>]/, "which announces a text of several lines"],
  [/^-(\s|$)/, "which begins an entry of a list"],
  [/^[?:](\s|$)/, "which begins a key or a value"],
  [/^[\],}]/, "which belongs to a list in brackets"],
];

const columnOf = ({ lead, key }: LineParts) => lead.length + key.length + 1;

/** `title: @home`, `title: [Re] Thinking`, `- *bold*` */
export const reservedStart: Recogniser = (lines, at) => {
  const parts = splitLine(lines[at] ?? "");
  const reason = STARTS.find(([start]) => start.test(parts.value))?.[1];
  if (reason !== undefined) {
    const message = `begins with ${parts.value[0] ?? ""}, ${reason}; put the text in quotes`;
    return [{ message, paste: quoteValue(parts), column: columnOf(parts) }];
  }
  // The dash of the text was read as one of the list.
  const dash = /^(\s*(?:-\s+)*[\w-]+:\s+)(-\s.*)$/.exec(lines[at] ?? "");
  if (dash === null) return [];
  const [, before = "", text = ""] = dash;
  const message = `begins with -, which begins an entry of a list; put the text in quotes`;
  return [{ message, paste: `${before}${quote(text)}`, column: before.length + 1 }];
};

/** `title: Deep sleep: a study` */
export const colonInText: Recogniser = (lines, at) => {
  const parts = splitLine(lines[at] ?? "");
  const place = parts.value.search(/:(\s|$)/);
  if (place < 0 || /^["'[{]/.test(parts.value)) return [];
  return [
    {
      message: 'holds a colon and a space (": "), which begin a value; put the text in quotes',
      paste: quoteValue(parts),
      column: columnOf(parts) + place,
    },
  ];
};

/** A value in braces up to the next key or the bracket that closes. */
const FLOW_VALUE = /([{,]\s*[\w-]+:\s+)([^"'[\]{}\s][^[\]{}]*?)(?=\s*,\s*[\w-]+:\s|\s*\})/g;
const FLOW_ITEM = /([[,]\s*)([^"'[\]{},\s][^[\]{},]*?)(?=\s*[,\]])/g;

const isDoubtful = (text: string) => /: |\s#|^[@`%*&!|>?-]/.test(text);

/** `{ title: Deep sleep: a study, date: 2024 }`, `[Symphony #9, B]` */
export const textInBrackets: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  return [FLOW_VALUE, FLOW_ITEM].flatMap((pattern): Repair[] => {
    const paste = line.replaceAll(pattern, (whole, before: string, text: string) =>
      isDoubtful(text) ? `${before}${quote(text)}` : whole,
    );
    const column = [...paste].findIndex((letter, index) => letter !== line[index]) + 1;
    const message =
      "holds a sign with a meaning of its own (such as : or #) in a text; put the text in quotes";
    return paste === line ? [] : [{ message, paste, column }];
  });
};

/** A text of several lines of which one holds ` #`: all of it on one line, in quotes. */
export const cutInParagraph: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  if (splitLine(line).key === "" && !/^\s*-\s/.test(line)) return [];
  const isNext = (next: string) =>
    indentOf(next) > 0 && splitLine(next).key === "" && !/^\s*-\s/.test(next);
  const rest = lines.slice(at + 1);
  const length = rest.findIndex((next) => !isNext(next));
  const block = lines.slice(at, at + 1 + (length < 0 ? rest.length : length));
  if (!block.some((next) => /\s#[^\s#!]/.test(next))) return [];
  const { lead, key } = splitLine(line);
  const text = block
    .map((next, index) => (index === 0 ? next.slice(lead.length + key.length) : next).trim())
    .join(" ");
  return [
    {
      message: "holds a #, which begins a comment after a space; put the text in quotes",
      paste: `${lead}${key}${quote(text)}`,
      lines: block.length,
    },
  ];
};
