import { expect, test } from "vitest";
import { nextMailDay } from "./next-mail-day.ts";

const now = new Date("2026-02-10T12:00:00Z");
const monthly = { cron: "0 9 1 * *", timeZone: "Asia/Tokyo", catchUpDays: 7 };

test.each([
  ["every", "2026-02-01T00:00:00Z", "2026-03-01"],
  ["quarterly", "2026-02-01T00:00:00Z", "2026-04-01"],
  ["quarterly", "2025-11-01T00:00:00Z", "2026-03-01"],
  ["yearly", "2026-02-01T00:00:00Z", "2027-01-01"],
] as const)("%s, told at %s: %s", (frequency, toldAt, day) => {
  expect(nextMailDay(monthly, frequency, new Date(toldAt), now)).toBe(day);
});
