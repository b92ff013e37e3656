import type { Appearance } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { earliestDay, yearOf } from "../text/date.ts";

/** Under what a work is filed: its year, or why it has none. */
export type Filing = "year" | "under-review" | "undated";

export interface Filed {
  filing: Filing;
  /** The year, or the reason in words. */
  filedUnder: string;
  /** ISO day for ordering: the first one its date can mean; empty where it has no date. */
  day: string;
}

export function fileAppearance({ date, status }: Appearance, words: Words): Filed {
  if (date !== undefined)
    return { filing: "year", filedUnder: yearOf(date), day: earliestDay(date) };
  const filing = status === "under-review" ? status : "undated";
  return { filing, filedUnder: words.record.statuses[filing], day: "" };
}
