import type { MarkMeaning } from "../finding.ts";
import { splitMarks } from "../author-mark.ts";

const SIGN = "[*∗⋆＊†‡§¶#]";
const SAID =
  "(?:equal(?:ly)?(?: contribut| first| author)|contributed equally|joint (?:first|lead)|" +
  "co-first|shared (?:first|lead)|correspond)";

/** `* Equal contribution`, `† denotes the corresponding author`. */
const BEFORE = new RegExp(
  String.raw`(${SIGN})\)?\s*(?:[:=–-]|(?:denotes?|indicates?|means?|marks?)\b)?\s*(?:(?:these|the|both|all|authors?|who)\s+){0,4}(${SAID})`,
  "giu",
);
/** `Equal contribution (*)`, `Equal contributions are marked by *`. */
const BEHIND = new RegExp(
  String.raw`(${SAID})\w*(?:\s(?:contributions?|authors?))?(?:\s(?:is|are|marked|denoted|indicated|by|with|an?|asterisk)){0,5}\s?\(?(${SIGN})\)?(?!\s*\w)`,
  "giu",
);

const meaningOf = (said: string): MarkMeaning =>
  /^correspond/i.test(said) ? "corresponding" : "equal";

/**
 * What signs at names mean by the words of the entry itself; `rest` is what else the text says. The
 * same sign means other things in other papers.
 */
export function readMarkNote(text: string | undefined): {
  marks: Map<string, MarkMeaning>;
  rest: string | undefined;
} {
  const marks = new Map<string, MarkMeaning>();
  const note = (sign: string, said: string) => {
    const [mark] = splitMarks(`A${sign}`).marks ?? "";
    if (mark !== undefined && !marks.has(mark)) marks.set(mark, meaningOf(said));
  };
  for (const [, sign = "", said = ""] of (text ?? "").matchAll(BEFORE)) note(sign, said);
  if (marks.size === 0)
    for (const [, said = "", sign = ""] of (text ?? "").matchAll(BEHIND)) note(sign, said);
  const others = (text ?? "")
    .split(/(?<=[.;])\s+/)
    .filter((part) => part.search(BEFORE) < 0 && part.search(BEHIND) < 0);
  const rest = marks.size === 0 ? text : others.join(" ");
  return { marks, rest: rest === "" ? undefined : rest };
}
