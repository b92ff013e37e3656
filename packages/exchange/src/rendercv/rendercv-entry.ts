import type { Notebook } from "../found/finding.ts";
import { childOf, isEmptyValue, type Json, keysOf, membersOf, textOf } from "../text/json-text.ts";
import { cleanLine } from "../text/plain-text.ts";
import { readDay } from "../found/foreign-date.ts";
import { readPeriod, splitLabels } from "../found/resume-part.ts";

/**
 * Markdown of a line taken off: emphasis, links, code. A sign at one end only is a mark and stays,
 * as does one behind a backslash.
 */
export function plain(text: string | undefined): string | undefined {
  const escaped: string[] = [];
  const bare = text
    ?.replaceAll(/\\([\\*`[\]_])/g, (_, sign: string) => {
      escaped.push(sign);
      return "\uE000";
    })
    .replaceAll(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replaceAll(/(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1/g, "$2")
    .replaceAll(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replaceAll("`", "");
  return cleanLine(bare?.replaceAll("\uE000", () => escaped.shift() ?? ""));
}

/** An entry whose texts are asked for by key; what was never asked for is told at the end. */
export interface RenderCvEntry {
  line: (key: string) => string | undefined;
  lines: (key: string) => string[];
  /** A text in which nothing is markup: an address or an identifier. */
  raw: (key: string) => string | undefined;
  /** `start_date` and `end_date`, or `date`, which is a day or free text such as `2018 – 2020`. */
  period: () => Record<string, string> | undefined;
  /** The day of an entry, or the first of its days. */
  day: () => string | undefined;
  /**
   * A summary that says in our own export what it is entered as; elsewhere it may be a description.
   */
  summaryAs: (what: string) => string | undefined;
  /** The highlights with a label such as `Host: `, by label, and the others. */
  highlights: <Label extends string>(
    ...labels: Label[]
  ) => { of: (label: Label) => string[]; rest: string[] };
  /** Tells what the record has no place for: keys that were not asked for. */
  close: () => void;
}

export function openEntry(entry: Json, notebook: Notebook): RenderCvEntry {
  const asked = new Set<string>();
  const line = (key: string) => {
    asked.add(key);
    return plain(textOf(entry, key));
  };
  const lines = (key: string) => {
    asked.add(key);
    return membersOf(entry, key).flatMap((member) => plain(textOf(member)) ?? []);
  };
  return {
    line,
    lines,
    raw: (key) => {
      asked.add(key);
      return textOf(entry, key);
    },
    period: () => {
      const [start, end, date] = [line("start_date"), line("end_date"), line("date")];
      if (start !== undefined || end !== undefined) return readPeriod(start, end, true, notebook);
      const [, from, to] = /^(.+?)\s+(?:-|–|—|to)\s+(.+)$/.exec(date ?? "") ?? [];
      return from === undefined
        ? readPeriod(undefined, date, false, notebook)
        : readPeriod(from, to, false, notebook);
    },
    day: () => readDay(line("date") ?? line("start_date"), "date", notebook),
    summaryAs: (what) => {
      const summary = line("summary");
      if (summary !== undefined)
        notebook.guess("summary", `“${summary.slice(0, 60)}” was entered as ${what}`);
      return summary;
    },
    highlights: (...labels) => splitLabels(lines("highlights"), labels),
    close: () => {
      for (const key of keysOf(entry))
        if (!asked.has(key) && !isEmptyValue(childOf(entry, key)))
          notebook.drop(key, "the record has no place for it");
    },
  };
}
