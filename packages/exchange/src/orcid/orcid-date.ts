import type { Notebook } from "../found/finding.ts";
import { composeDate } from "../found/foreign-date.ts";
import { lineOf, readPeriod } from "../found/resume-part.ts";
import type { Json } from "../text/json-text.ts";

export function readOrcidDate(entry: Json, key: string): string | undefined {
  const [year, month, day] = ["year", "month", "day"].map((part) =>
    lineOf(entry, key, part, "value"),
  );
  return year === undefined
    ? undefined
    : composeDate(
        year,
        month === undefined ? undefined : Number(month),
        day === undefined ? undefined : Number(day),
      );
}

/** `isOpen` is what an absent end means: of an affiliation, that it goes on. */
export const readOrcidPeriod = (entry: Json, isOpen: boolean, notebook: Notebook) =>
  readPeriod(
    readOrcidDate(entry, "start-date"),
    readOrcidDate(entry, "end-date"),
    isOpen,
    notebook,
  );
