import type { PrintedName } from "@triptych/schema";
import type { Directory } from "../../text/directory.ts";
import { joinText } from "../../text/joined.ts";
import { titledNames } from "../../text/names.ts";
import { joinSentenceSpans, type Span, weaveSpans } from "../../text/span.ts";
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

/** A line of plain parts with commas; parts that are undefined or empty leave no trace. */
export function textLine(role: LineRole, parts: readonly (string | undefined)[]): Line {
  const text = joinText(parts);
  return { role, spans: text === "" ? [] : [{ text }] };
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
export function titleLine(text: string, url: string | undefined): Line {
  return {
    role: "title",
    spans: [url === undefined ? { text, role: "title" } : { text, role: "title", href: url }],
  };
}

/** An entry in one line: the title, then plain parts, then spans that stand after a full stop. */
export function itemLine(
  title: { text: string; url: string | undefined },
  parts: readonly (string | undefined)[],
  after: Span[] = [],
): Line {
  const rest = joinText(parts);
  const head = [
    ...titleLine(title.text, title.url).spans,
    ...(rest === "" ? [] : [{ text: `, ${rest}` }]),
  ];
  return { role: "item", spans: joinSentenceSpans([head, after]) };
}

/** Lines without text are not lines. */
export function withoutEmpty(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.spans.length > 0);
}
