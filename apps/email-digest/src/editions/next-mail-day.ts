import type { Frequency } from "../database/subscription-schema.ts";
import { nextSlot, type Schedule } from "./schedule.ts";
import { isDue, nextPeriod } from "../subscribers/preferences/frequency.ts";

/**
 * The day of the next letter that a subscriber may get, `YYYY-MM-DD` in the schedule's time zone.
 */
export function nextMailDay(
  schedule: Schedule,
  frequency: Frequency,
  toldAt: Date,
  now: Date,
): string {
  const from =
    frequency === "every" || isDue(frequency, toldAt, now)
      ? now
      : new Date(nextPeriod(frequency, now).getTime() - 1_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: schedule.timeZone }).format(
    nextSlot(schedule, from),
  );
}
