import type { PartialDate, Period } from "@triptych/schema";
import type { Words } from "@triptych/words";

/** `2024`, `Jun 2024` or `12 Jun 2024`, as precise as the date itself; no time zone is involved. */
export function formatDate(date: PartialDate, words: Words): string {
  const [year = "", month, day] = date.split("-");
  return words.text.date({
    year,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  });
}

/** `Mar 2018 – Apr 2022`, `Jan 2024 – present`, or the start alone where the end is not known. */
export function formatPeriod({ start, end }: Period, words: Words): string {
  const first = formatDate(start, words);
  if (end === undefined || end === start) return first;
  const last = end === "present" ? words.text.present : formatDate(end, words);
  return words.text.period({ start: first, end: last });
}

/** The year of a partial date. */
export function yearOf(date: PartialDate): string {
  return date.slice(0, 4);
}

/** First day the date can mean, for ordering: `2024` counts as its January 1st. */
export function earliestDay(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/**
 * Last day the date can mean: `2024` counts as its December 31st. Lexicographic order suffices, so
 * a month ends on the 31st.
 */
export function latestDay(date: PartialDate): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

/** The same as a day of the calendar: `2024-02` ends on its 29th. */
export function lastDayOfCalendar(date: PartialDate): string {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  // Day 0 is the last one of the month before.
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}
