/** A line of a block: `  - title: A study  # why` in pieces that joined give the line again. */
export interface LineParts {
  /** Spaces and the dashes of a list. */
  lead: string;
  /** The key with its colon and the spaces behind it; empty where there is none. */
  key: string;
  value: string;
  /** A comment, told from text by the space behind its #, with the spaces before it. */
  comment: string;
}

const LINE = /^(\s*(?:-\s+)*)([\w$-]+\s*:\s+|)(.*?)(\s+#(?:\s.*)?|\s*)$/u;

export function splitLine(line: string): LineParts {
  const [, lead = "", key = "", value = "", comment = ""] = LINE.exec(line) ?? [];
  return { lead, key, value, comment };
}

/** Whether a line holds nothing but spaces and comments. */
export const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);

export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** A text in the quotes that need the fewest marks inside them. */
export function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") && !text.includes("\\")
    ? `"${text.replaceAll('"', String.raw`\"`)}"`
    : `'${text.replaceAll("'", "''")}'`;
}

/** Puts quotes round a value that stands on a line of its own, or behind a key. */
export function quoteValue({ lead, key, value, comment }: LineParts): string {
  return `${lead}${key}${quote(value)}${comment}`;
}
