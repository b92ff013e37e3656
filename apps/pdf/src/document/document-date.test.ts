import { Cv } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL_RECORD } from "../../tests/sample/sample-record.ts";
import { documentDate } from "./document-date.ts";

const figure = (asOf: string | undefined) => ({
  measure: "citations" as const,
  value: 1,
  source: "A sample index",
  ...(asOf === undefined ? {} : { asOf }),
});
const recordOf = (...days: (string | undefined)[]) =>
  Cv.parse({ profile: { name: "Ada Example" }, figures: days.map(figure) });

test("the day the record was last known to be true, at midnight UTC", () => {
  expect(documentDate(SMALL_RECORD, undefined)?.toISOString()).toBe("2023-04-05T00:00:00.000Z");
  expect(
    documentDate(recordOf("2022-12-31", "2023-01-01", undefined), undefined)?.toISOString(),
  ).toBe("2023-01-01T00:00:00.000Z");
});

test("the last day a date without a day can mean", () => {
  expect(documentDate(recordOf("2024-02"), undefined)?.toISOString()).toBe(
    "2024-02-29T00:00:00.000Z",
  );
  expect(documentDate(recordOf("2023"), undefined)?.toISOString()).toBe("2023-12-31T00:00:00.000Z");
});

test("given seconds go before the record, also the first of them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (epoch) => {
      expect(documentDate(SMALL_RECORD, epoch)?.getTime()).toBe(epoch * 1000);
    }),
  );
  expect(documentDate(SMALL_RECORD, 0)?.toISOString()).toBe("1970-01-01T00:00:00.000Z");
});

test("where no figures are dated, the first day of the newest work, which cannot lie ahead of the record", () => {
  const publications = [
    {
      id: "one",
      title: "One",
      authors: ["Ada Example"],
      appearances: [{ kind: "book" as const, date: "2024" }],
    },
  ];
  expect(
    documentDate(
      Cv.parse({ profile: { name: "Ada Example" }, publications }),
      undefined,
    )?.toISOString(),
  ).toBe("2024-01-01T00:00:00.000Z");
});

test("a record without dates has none, and never today", () => {
  expect(documentDate(recordOf(), undefined)).toBeUndefined();
  expect(documentDate(recordOf(undefined), undefined)).toBeUndefined();
  const ahead = Cv.parse({ profile: { name: "Ada" }, talks: [{ host: "H", date: "2031-05" }] });
  expect(documentDate(ahead, undefined, "2026-11-30")).toBeUndefined();
});
