import type { Notebook } from "../found/finding.ts";
import { composeDate, readDate } from "../found/foreign-date.ts";
import { childOf, type Json, listOf, textOf } from "../text/json-text.ts";

const KEYS = ["issued", "published", "published-print", "published-online", "posted"];

/**
 * When an item was issued, as exactly as it says; a season and the end of a range have no place in
 * the record.
 */
export function readCslDate(item: Json, notebook: Notebook): string | undefined {
  for (const key of KEYS) {
    const [[year, month, day] = [], end] = listOf(item, key, "date-parts").map((parts) =>
      listOf(parts).map(Number),
    );
    const season = textOf(item, key, "season");
    if (season !== undefined)
      notebook.drop(key, `season ${season}: a date of the record is a year, a month or a day`);
    if (end !== undefined)
      notebook.drop(key, `it ends in ${end.join("-")}; only its beginning is kept`);
    if (year !== undefined && Number.isInteger(year)) {
      const date = composeDate(String(year).padStart(4, "0"), month, day);
      if (date !== undefined) return date;
      notebook.drop(
        key,
        `${JSON.stringify(childOf(item, key, "date-parts"))} is no date of the calendar`,
      );
    }
    const raw = textOf(item, key, "raw") ?? textOf(item, key, "literal") ?? textOf(item, key);
    const read = raw === undefined ? undefined : readDate(raw);
    if (read !== undefined) return read.date;
    if (raw !== undefined) notebook.drop(key, `“${raw}” is no date that can be read without doubt`);
  }
  return undefined;
}
