import type { Line, LineRole } from "./entry.ts";
import type { DayRange } from "./selection.ts";
import type { Span } from "../text/span.ts";

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

/**
 * A line of plain parts joined by a separator; parts that are undefined or empty leave no trace.
 */
export function textLine(
  role: LineRole,
  parts: readonly (string | undefined)[],
  separator = ", ",
): Line {
  const text = parts.filter((part) => part !== undefined && part !== "").join(separator);
  return { role, spans: text === "" ? [] : [{ text }] };
}

/** A line `Label: names`, empty where there are no names. */
export function labelledLine(role: LineRole, label: string, names: Span[]): Line {
  return { role, spans: names.length === 0 ? [] : [{ text: `${label}: ` }, ...names] };
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
  const rest = parts.filter((part) => part !== undefined && part !== "").join(", ");
  const spans = [
    ...titleLine(title.text, title.url).spans,
    ...(rest === "" ? [] : [{ text: `, ${rest}` }]),
    ...(after.length === 0 ? [] : [{ text: ". " }, ...after]),
  ];
  return { role: "item", spans };
}

/** Lines without text are not lines. */
export function withoutEmpty(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.spans.length > 0);
}
