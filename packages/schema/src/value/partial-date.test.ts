import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePartialDates, PartialDate, PeriodEnd } from "./partial-date.ts";

const pad = (value: number, length: number) => String(value).padStart(length, "0");

/**
 * Days that exist, as ISO dates; built from a day count, so that no calendar rule is repeated here.
 */
const day = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const partialDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length));

describe("partial dates", () => {
  test("each day of the calendar is one, and so are its month and year", () => {
    fc.assert(
      fc.property(
        partialDate,
        (text) => PartialDate.parse(text) === text && PeriodEnd.parse(text) === text,
      ),
    );
  });

  test("nothing else is: three numbers are a date exactly if the calendar has that day", () => {
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
        const time = Date.parse(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
        expect(PartialDate.safeParse(text).success).toBe(exists);
      }),
    );
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-00",
    "2024-13",
    "24-06",
    "2024-6",
    "2024/06",
    "2024-06-1",
    "",
    "present",
    "Jun 2024",
    " 2024",
    "2024-06-12T00:00:00Z",
  ])("%j is no partial date", (text) => {
    expect(PartialDate.safeParse(text).success).toBe(false);
  });

  test("leap days of leap years are dates", () => {
    expect(PartialDate.safeParse("2024-02-29").success).toBe(true);
    expect(PartialDate.safeParse("2000-02-29").success).toBe(true);
  });

  test("only a period ends at present", () => {
    expect(PeriodEnd.safeParse("present").success).toBe(true);
    expect(PeriodEnd.safeParse("Present").success).toBe(false);
    expect(PeriodEnd.safeParse("2023-02-29").success).toBe(false);
  });
});

describe("order", () => {
  test("days are ordered as days", () => {
    fc.assert(
      fc.property(
        day,
        day,
        (a, b) => Math.sign(comparePartialDates(a, b)) === Math.sign(Date.parse(a) - Date.parse(b)),
      ),
    );
  });

  test("swapping two dates swaps the answer, and a date equals each day in it", () => {
    fc.assert(
      fc.property(
        partialDate,
        partialDate,
        (a, b) => comparePartialDates(a, b) + comparePartialDates(b, a) === 0,
      ),
    );
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(4, 7),
        (text, length) => comparePartialDates(text, text.slice(0, length)) === 0,
      ),
    );
  });

  test("what the shared precision cannot tell apart is equal", () => {
    expect(comparePartialDates("2024", "2024-06")).toBe(0);
    expect(comparePartialDates("2023-12", "2024")).toBeLessThan(0);
    expect(comparePartialDates("2024-07", "2024-06-30")).toBeGreaterThan(0);
  });
});
