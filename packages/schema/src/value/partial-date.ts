import { z } from "zod";

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const OPEN_OR_PARTIAL_DATE = /^(present|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)$/;

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isCalendarDate(text: string): boolean {
  const [year, month, day] = text.split("-").map(Number);
  return (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    day <= daysInMonth(year, month)
  );
}

/**
 * A calendar date of the precision that is known: `2024`, `2024-06` or `2024-06-12` (ISO 8601
 * without time).
 */
export const PartialDate = z
  .string()
  .regex(PARTIAL_DATE, {
    error: "must be a year, a month or a day, written 2024, 2024-06 or 2024-06-12",
    abort: true,
  })
  .refine(isCalendarDate, "is not a day of the calendar")
  .meta({ id: "PartialDate", description: "A year, month or day: 2024, 2024-06 or 2024-06-12." });

/**
 * The end of a period: a partial date, or `present` for one that goes on. An end left out is
 * unknown, not open.
 */
export const PeriodEnd = z
  .string()
  .regex(OPEN_OR_PARTIAL_DATE, {
    error: "must be a year, a month or a day (2024, 2024-06, 2024-06-12), or present",
    abort: true,
  })
  .refine((text) => text === "present" || isCalendarDate(text), "is not a day of the calendar")
  .meta({
    id: "PeriodEnd",
    description:
      "A year, month or day, or `present` for what goes on. Leave the end out where it is not " +
      "known.",
  });

export const Period = z
  .strictObject({
    start: PartialDate.describe("When it began: 2024, 2024-06 or 2024-06-12."),
    end: PeriodEnd.optional().describe("When it ended, or `present`; left out, it is not known."),
  })
  .meta({
    id: "Period",
    description: "From when to when. `end: present` goes on; no end means the end is not known.",
  });

export type PartialDate = z.output<typeof PartialDate>;
export type Period = z.output<typeof Period>;

/**
 * Orders two partial dates by what both state: `2024` and `2024-06` are equal, `2023-12` comes
 * before `2024`. Negative when `a` is earlier, positive when later, 0 when their common precision
 * does not say.
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const shared = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, shared), b.slice(0, shared)];
  return left < right ? -1 : left > right ? 1 : 0;
}
