import type { Span } from "@triptych/view";

/**
 * A last word this short would look lost on a line of its own; `longest` keeps what is bound
 * together short enough for any line.
 */
const SHORT = 8;
const LONGEST = 22;

const LAST_TWO = /(\S+) (\S+)$/;

/**
 * Keeps the last word of a line of spans with the word before it, by a space at which no line ends.
 * What is read stays the same.
 */
function bindLastWords(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  const [words = "", , word = ""] = LAST_TWO.exec(last?.text ?? "") ?? [];
  if (last === undefined || words === "" || word.length > SHORT || words.length > LONGEST)
    return spans;
  return [...spans.slice(0, -1), { ...last, text: last.text.replace(LAST_TWO, "$1\u00a0$2") }];
}

/** A name that is looked for is not parted by the end of a line, unless it is too long for that. */
const bindOwner = (span: Span): Span =>
  span.role === "owner" && span.text.length <= LONGEST
    ? { ...span, text: span.text.replaceAll(" ", "\u00a0") }
    : span;

/** Short words in brackets, such as `(UT Austin)`, are one name. */
function bindBrackets(span: Span): Span {
  const text = span.text.replaceAll(/\([^()]+\)/g, (group) =>
    group.length <= LONGEST ? group.replaceAll(" ", "\u00a0") : group,
  );
  return text === span.text ? span : { ...span, text };
}

/**
 * Keeps together what would look lost or torn apart at the end of a line: the owner's name, short
 * brackets, and the last two words.
 */
export function bindWords(spans: readonly Span[]): readonly Span[] {
  return bindLastWords(spans.map(bindOwner).map(bindBrackets));
}
