import type { PrintedName } from "@triptych/schema";
import type { Parts } from "@triptych/words";
import type { Directory } from "../../text/directory.ts";
import { joinText } from "../../text/joined.ts";
import { titledNames } from "../../text/names.ts";
import { joinSentenceSpans, type Span, textSpans, weaveSpans } from "../../text/span.ts";
import type { Line, LineRole } from "./entry.ts";
import type { DayRange } from "../selection/day-range.ts";

/**
 * An entry before it has an id; `key` is what its id is made from. `days` bound when it was, for
 * selection.
 */
export interface DraftEntry {
  key: string;
  rail: string;
  lines: Line[];
  days: DayRange | undefined;
}

/** What stands between commas in a line; what is undefined or empty leaves no trace. */
type Listed = readonly (string | Parts | undefined)[];

export function textLine(role: LineRole, texts: Listed): Line {
  return { role, spans: textSpans(joinText(texts)) };
}

/** What a sentence of the words says of people. */
type PeopleSentence = (of: { names: Span[]; count: number }) => readonly (string | Span[])[];

/** A sentence about people, such as `Hosts: A, B`; nothing where there are none. */
export function peopleSpans(
  people: readonly PrintedName[],
  directory: Directory,
  sentence: PeopleSentence,
): Span[] {
  const names = titledNames(people, directory);
  return people.length === 0 ? [] : weaveSpans(sentence({ names, count: people.length }));
}

/** The same as a line. */
export function peopleLine(
  people: readonly PrintedName[],
  directory: Directory,
  sentence: PeopleSentence,
): Line {
  return { role: "detail", spans: peopleSpans(people, directory, sentence) };
}

/** What was achieved, a line each. */
export function highlightLines(highlights: readonly string[]): Line[] {
  return highlights.map((highlight) => textLine("detail", [highlight]));
}

/** A title that leads somewhere if the record says where. */
export function titleLine(text: string | Parts, url: string | undefined): Line {
  const look = { role: "title", ...(url === undefined ? {} : { href: url }) } as const;
  return { role: "title", spans: textSpans(text, look) };
}

/** An entry in one line: the title, then plain parts, then spans that stand after a full stop. */
export function itemLine(
  title: { text: string | Parts; url: string | undefined },
  texts: Listed,
  after: Span[] = [],
): Line {
  const rest = joinText(texts);
  const head = [
    ...titleLine(title.text, title.url).spans,
    ...(rest.length === 0 ? [] : textSpans([", ", ...rest])),
  ];
  return { role: "item", spans: joinSentenceSpans([head, after]) };
}

/** Lines without text are not lines. */
export function withoutEmpty(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.spans.length > 0);
}
