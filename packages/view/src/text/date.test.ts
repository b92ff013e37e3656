import { comparePartialDates, PartialDate } from "@triptych/schema";
import { en } from "@triptych/words";
import fc from "fast-check";
import { expect, test } from "vitest";
import { earliestDay, formatDate, formatPeriod, latestDay } from "./date.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** Partial dates of every precision, made from real calendar days. */
const partialDate = fc
  .tuple(
    fc.date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([day, length]) => day.toISOString().slice(0, length));

test("a date reads as precisely as it is known", () => {
  expect(plain(formatDate("2024", en))).toBe("2024");
  expect(plain(formatDate("2024-06", en))).toBe("Jun 2024");
  expect(plain(formatDate("2024-06-02", en))).toBe("2 Jun 2024");
});

test("the first of January stays in its year and month, whatever the time zone", () => {
  expect(plain(formatDate("2024-01-01", en))).toBe("1 Jan 2024");
  expect(plain(formatDate("2024-01", en))).toBe("Jan 2024");
});

test("a period with an unknown end is not shown as open", () => {
  expect(plain(formatPeriod({ start: "2018-03", end: "2022-04" }, en))).toBe("Mar 2018 – Apr 2022");
  expect(plain(formatPeriod({ start: "2024-01", end: "present" }, en))).toBe("Jan 2024 – present");
  expect(plain(formatPeriod({ start: "2018-03" }, en))).toBe("Mar 2018");
  expect(plain(formatPeriod({ start: "2018", end: "2018" }, en))).toBe("2018");
});

test("every date the schema accepts can be told apart from its text", () => {
  fc.assert(
    fc.property(partialDate, partialDate, (a, b) => {
      expect(PartialDate.safeParse(a).success).toBe(true);
      expect(formatDate(a, en) === formatDate(b, en)).toBe(a === b);
    }),
  );
});

test("the first and last day bound every date, and order agrees with comparison", () => {
  fc.assert(
    fc.property(partialDate, partialDate, (a, b) => {
      expect(earliestDay(a) <= latestDay(a)).toBe(true);
      expect(latestDay(a) < earliestDay(b)).toBe(comparePartialDates(a, b) < 0);
    }),
  );
});
