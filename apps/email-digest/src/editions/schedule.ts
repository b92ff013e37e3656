import type { Settings } from "@triptych/schema";
import { CronExpressionParser } from "cron-parser";

/** Nine in the morning: of Mondays, of first days of months, of first days of quarters. */
const NAMED = { weekly: "0 9 * * 1", monthly: "0 9 1 * *", quarterly: "0 9 1 1,4,7,10 *" } as const;

export interface Schedule {
  cron: string;
  timeZone: string;
  /** How long after its time a slot is still caught up, in days. */
  catchUpDays: number;
}

export function readSchedule(settings: Settings): Schedule {
  const { schedule = "monthly", timeZone = "UTC", catchUpDays = 7 } = settings.digest ?? {};
  return {
    cron: Object.entries(NAMED).find(([name]) => name === schedule)?.[1] ?? schedule,
    timeZone,
    catchUpDays,
  };
}

/** The next times an edition is due, in order. */
export function nextSlots({ cron, timeZone }: Schedule, from: Date, count: number): Date[] {
  const slots = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: from });
  return Array.from({ length: count }, () => slots.next().toDate());
}

/** The next time an edition is due. */
export function nextSlot({ cron, timeZone }: Schedule, from: Date): Date {
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: from }).next().toDate();
}

/** The last time an edition was due, up to a moment. */
export function lastSlot(schedule: Schedule, until: Date): Date {
  const { cron, timeZone: tz } = schedule;
  let slot = CronExpressionParser.parse(cron, { tz, currentDate: until }).prev().toDate();
  // Backwards the parser leaves out the moment itself, and a day whose hour the clocks skip.
  for (let next = nextSlot(schedule, slot); next <= until; next = nextSlot(schedule, slot))
    slot = next;
  return slot;
}

/** Why a schedule that has the shape of one is none, in a sentence; undefined where it is. */
export function findScheduleFault(schedule: Schedule, now: Date): string | undefined {
  try {
    nextSlot(schedule, now);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return (
      `is "${schedule.cron}", which names no time (${why}); it takes weekly, monthly, quarterly ` +
      "or five cron fields such as 0 9 * * 1"
    );
  }
}

/** A slot in words, in the zone of the schedule. */
export function formatSlot(slot: Date, { timeZone }: Schedule): string {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(slot)} (${timeZone})`;
}
