import type { Span } from "@triptych/view";

/** A last word this short would look lost on a line of its own; `longest` keeps what is bound together short enough for any line. */
const SHORT = 8;
const LONGEST = 22;

const LAST_TWO = /(\S+) (\S+)$/;

/** Keeps the last word of a line of spans with the word before it, by a blank that does not break. What is read stays the same. */
export function bindLastWords(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  const [words = "", , word = ""] = LAST_TWO.exec(last?.text ?? "") ?? [];
  if (last === undefined || words === "" || word.length > SHORT || words.length > LONGEST) return spans;
  return [...spans.slice(0, -1), { ...last, text: last.text.replace(LAST_TWO, "$1\u00a0$2") }];
}
