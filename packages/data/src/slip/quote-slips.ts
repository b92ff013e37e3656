import { quote, quoteValue, splitLine } from "./line-parts.ts";
import type { Recogniser, Repair } from "./slip.ts";

/** What follows a text in brackets: another key or text, the end of a bracket, a comma. */
const AFTER_TEXT = [/,\s*[\w-]+:\s/g, /,\s*["']/g, /\s*\]/g, /\s*\}/g, /,/g];

/**
 * Places where a quote that is missing may stand: the end of the text, or before what follows it.
 */
function closeQuote(line: string, mark: string): string[] {
  const { comment } = splitLine(line);
  const body = line.slice(0, line.length - comment.length);
  const from = body.indexOf(mark) + 1;
  const whole = `${body}${mark}${comment}`;
  if (!/[[{]/.test(body.slice(0, from))) return [whole];
  const inside = AFTER_TEXT.flatMap((pattern) =>
    [...body.matchAll(pattern)].flatMap(({ index }) =>
      index < from ? [] : [`${body.slice(0, index)}${mark}${body.slice(index)}${comment}`],
    ),
  );
  return [...inside, whole];
}

/** `title: "Hello` */
export const unclosedQuote: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  return ['"', "'"].flatMap((mark): Repair[] => {
    const open = new RegExp(`(?:^|[\\s:,[{-])${mark}(?=[^\\s])`).exec(line);
    const marks = line.replaceAll(`\\${mark}`, "").split(mark).length - 1;
    if (open === null || marks % 2 === 0) return [];
    const column = line.indexOf(mark, open.index) + 1;
    return closeQuote(line, mark).map((paste) => ({
      message: `opens a quote (${mark}) that is not closed; put ${mark} where the text ends`,
      paste,
      column,
    }));
  });
};

/** `title: "Hello" and more`, `title: 'don't'`, `title: 'tis` */
export const textAroundQuotes: Recogniser = (lines, at) => {
  const parts = splitLine(lines[at] ?? "");
  const { lead, key, value } = parts;
  const [mark = ""] = value;
  if (!/^["'].+/.test(value) || !value.slice(1).includes(mark)) {
    if (!/^'\p{L}{1,4}\s/u.test(value)) return [];
    const message = "begins with an apostrophe, which opens a quote; put quotes around the text";
    return [{ message, paste: quoteValue(parts), column: lead.length + key.length + 1 }];
  }
  const isWhole = value.endsWith(mark) && value.length > 2;
  const text = isWhole && mark === "'" ? value.slice(1, -1) : value;
  const inner = isWhole && mark === '"' ? [value.slice(1, -1)] : [];
  return [...inner, text].map((content) => ({
    message: "has quotes inside its text; put other quotes around all of it",
    paste: `${lead}${key}${quote(content)}${parts.comment}`,
    column: lead.length + key.length + 1,
  }));
};

/** `title: "C:\path"`: in double quotes a backslash begins an escape. */
export const backslash: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  if (!/"[^"]*\\[^"]*"/.test(line)) return [];
  return [
    {
      message: "holds a backslash, which means something else in double quotes; use single ones",
      paste: line.replaceAll(
        /"([^"]*\\[^"]*)"/g,
        (_, text: string) => `'${text.replaceAll("'", "''")}'`,
      ),
      column: line.indexOf("\\") + 1,
    },
  ];
};

/** `title: “Deep sleep: a study”` */
export const curlyQuotes: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  if (!/[“”„‟«»]/.test(line)) return [];
  const wrapped = /(^|[\s:,[{])[“„‟«]([^“”„‟«»"]*)[“”»]/gu;
  return [
    {
      message: "has curly quotes, which are letters for YAML; write straight ones",
      paste: line.replaceAll(wrapped, '$1"$2"'),
      column: line.search(/[“”„‟«»]/) + 1,
    },
  ];
};
