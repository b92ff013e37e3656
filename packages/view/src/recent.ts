import type { Cv } from "@triptych/schema";
import { createDirectory } from "./directory.ts";
import { earliestDay, formatDate } from "./partial-date-text.ts";
import { awardEntries } from "./sections/career.ts";
import { talkEntries } from "./sections/activity.ts";
import type { DraftEntry } from "./draft-entry.ts";
import type { Span } from "./span.ts";

/** Something that happened, for the list of what is recent. */
export interface RecentItem {
  kind: "award" | "position" | "talk" | "media";
  day: string;
  rail: string;
  spans: Span[];
}

function fromEntry(kind: RecentItem["kind"], prefix: string) {
  return (entry: DraftEntry): RecentItem => ({
    kind,
    day: entry.days?.first ?? "",
    rail: entry.rail,
    spans: [...(prefix === "" ? [] : [{ text: prefix }]), ...(entry.lines[0]?.spans ?? []).map(({ role: _role, ...span }) => span)],
  });
}

/** Awards, positions and talks in one list, newest first: what happened, derived and never typed twice. */
export function recentItems(cv: Cv, count: number): RecentItem[] {
  const directory = createDirectory(cv);
  const positions = cv.positions.map((position): RecentItem => ({
    kind: "position",
    day: earliestDay(position.period.start),
    rail: formatDate(position.period.start),
    spans: [{ text: `Joined ${[position.institution.unit, position.institution.name].filter((part) => part !== undefined).join(", ")}, as ${position.title}` }],
  }));
  const items = [...awardEntries(cv).map(fromEntry("award", "")), ...positions, ...talkEntries(cv, directory).map(fromEntry("talk", "Talk: "))];
  return items.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, count);
}
