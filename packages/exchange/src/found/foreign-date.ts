import { PartialDate } from "@triptych/schema";
import type { Notebook } from "./finding.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Months by number, by English name or its beginning (`sept`, `sep.`), or `undefined`. */
export function readMonth(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(word)) {
    const month = Number(word);
    return month >= 1 && month <= 12 ? month : undefined;
  }
  const index = MONTHS.indexOf(word.slice(0, 3));
  return /^[a-z]{3,9}\.?$/.test(word) && index >= 0 ? index + 1 : undefined;
}

const pad = (value: number) => String(value).padStart(2, "0");

/** Joins what is known into a partial date, as far as it is a day of the calendar. */
export function composeDate(year: string, month?: number, day?: number): string | undefined {
  const candidates = [
    month !== undefined && day !== undefined ? `${year}-${pad(month)}-${pad(day)}` : undefined,
    month === undefined ? undefined : `${year}-${pad(month)}`,
    year,
  ];
  return candidates.find(
    (candidate) => candidate !== undefined && PartialDate.safeParse(candidate).success,
  );
}

/** A date that was read; `lost` is the part of the text that has no place in a partial date. */
export interface ReadDate {
  date: string;
  end?: string | undefined;
  lost?: string | undefined;
}

/** `lost` is the text where the calendar does not have all of its parts. */
function composeRead(
  text: string,
  year: string,
  [month, day]: (number | undefined)[],
): ReadDate | undefined {
  const date = composeDate(year, month, day);
  if (date === undefined) return undefined;
  const parts = [month, day].filter((part) => part !== undefined).length;
  return date.split("-").length > parts ? { date } : { date, lost: text };
}

/** One date; of `2019-13-01`, which no calendar has, the year is kept and the rest lost. */
function readOne(text: string): ReadDate | undefined {
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T.*)?[?~%]?$/.exec(text);
  if (iso !== null) {
    const [, year = "", month, day] = iso;
    return composeRead(text, year, [month, day].flatMap((part) => part ?? []).map(Number));
  }
  const words = text.split(/[\s,./]+/).filter((word) => word !== "");
  const year = words.find((word) => /^\d{4}$/.test(word));
  if (year === undefined || words.length > 3) return undefined;
  const month = words.find((word) => /\p{L}/u.test(word) && readMonth(word) !== undefined);
  const day = words.find((word) => /^\d{1,2}(st|nd|rd|th)?$/i.test(word));
  if (
    words.length > 1 &&
    (month === undefined || words.some((word) => ![year, month, day].includes(word)))
  )
    return undefined;
  return composeRead(text, year, [
    ...(month === undefined ? [] : [readMonth(month)]),
    ...(day === undefined ? [] : [Number.parseInt(day, 10)]),
  ]);
}

/**
 * A date in the forms that files use: ISO 8601 and EDTF (`2020-05/2021-07`, `2020~`), `July 2020`,
 * `15 Jul 2020`, `2019/2020`. Nothing for what cannot be read without doubt, such as `07/08/2020`
 * or a year in another calendar.
 */
export function readDate(text: string): ReadDate | undefined {
  const whole = text.trim();
  const range =
    /^(\d{4}(?:-\d\d){0,2}[?~%]?)\s*(?:\/|--|–)\s*(\d{4}(?:-\d\d){0,2}[?~%]?|\.\.)?$/.exec(whole);
  if (range !== null && !/^\d{4}\/\d{2}$/.test(whole)) {
    const [, first = "", last] = range;
    const read = readOne(first);
    if (read === undefined) return undefined;
    const end = last === undefined || last === ".." ? undefined : readOne(last)?.date;
    return { ...read, end, lost: end ?? read.lost };
  }
  return readOne(whole);
}

/** A date as far as it can be read; what cannot is reported. */
export function readDay(
  text: string | undefined,
  field: string,
  notebook: Notebook,
): string | undefined {
  if (text === undefined) return undefined;
  const read = readDate(text);
  if (read === undefined) dropDate(text, field, notebook);
  else if (read.lost !== undefined) notebook.drop(field, `of “${text}” only ${read.date} is kept`);
  return read?.date;
}

export const dropDate = (text: string, field: string, notebook: Notebook) =>
  notebook.drop(field, `“${text}” is no date that can be read without doubt`);

/** Of several dates the first of the most exact. */
export const mostExact = (dates: readonly string[]): string | undefined =>
  dates.toSorted((a, b) => b.length - a.length)[0];
