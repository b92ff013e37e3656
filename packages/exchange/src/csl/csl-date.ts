import type { Notebook } from "../found/finding.ts";
import { readDay } from "../found/foreign-date.ts";
import { type Json, listOf, textOf } from "../text/json-text.ts";

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
    const isDate = year !== undefined && Number.isInteger(year);
    if (isDate) {
      const parts = [
        String(year).padStart(4, "0"),
        ...[month, day].filter((part) => part !== undefined),
      ];
      const date = readDay(parts.join("-"), key, notebook);
      if (date !== undefined) return date;
    }
    const raw = textOf(item, key, "raw") ?? textOf(item, key, "literal") ?? textOf(item, key);
    const read = readDay(raw, key, notebook);
    if (read !== undefined) return read;
  }
  return undefined;
}
