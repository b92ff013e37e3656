import type { Cv } from "@triptych/schema";
import { listEventKeys, listKnownEvents } from "./event.ts";
import { listMilestones } from "./milestone.ts";

/** Keys of everything the record can announce: of works, talks and awards. */
export function listAnnounceable(cv: Cv): string[] {
  return [...listMilestones(cv).map(({ key }) => key), ...listEventKeys(cv)];
}

/**
 * Milestones that happened in a stretch of days, both included; what has no date happened in none.
 */
export function milestonesBetween(cv: Cv, first: string, last: string): Set<string> {
  return new Set(
    listMilestones(cv).flatMap(({ key, day }) =>
      day !== undefined && day >= first && day <= last ? [key] : [],
    ),
  );
}

/**
 * What a reader could have known before a day, for previews: dated milestones and events before it,
 * and milestones without a date.
 */
export function milestonesBefore(cv: Cv, day: string): Set<string> {
  const milestones = listMilestones(cv).filter(
    (milestone) => milestone.day === undefined || milestone.day < day,
  );
  const events = listKnownEvents(cv).filter((event) => event.day < day);
  return new Set([...milestones.map(({ key }) => key), ...events.flatMap(({ keys }) => keys)]);
}
