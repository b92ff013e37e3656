import type { Frequency } from "../database/subscription-schema.ts";
import { nextSlots, type Schedule } from "../schedule.ts";
import { isDue, nextPeriod } from "./frequency.ts";

/** The day of the next mail that a reader may get, `YYYY-MM-DD` in the schedule's time zone; undefined where the schedule has no day. */
export function nextMailDay(schedule: Schedule, frequency: Frequency, toldAt: Date, now: Date): string | undefined {
  const from = frequency === "every" || isDue(frequency, toldAt, now) ? now : new Date(nextPeriod(frequency, now).getTime() - 1_000);
  const [slot] = nextSlots(schedule, from, 1);
  return slot === undefined ? undefined : new Intl.DateTimeFormat("en-CA", { timeZone: schedule.timeZone }).format(slot);
}
