import type { Settings } from "@triptych/schema";
import type { Words } from "@triptych/words";
import type { Topic } from "../works/topic.ts";
import { scheduleOf } from "./schedule.ts";

export interface Option {
  value: string;
  text: string;
  /** What it means, quieter. */
  note: string;
}

/** How often someone wants to hear. */
export type Frequency = "every" | "quarterly" | "yearly";

/**
 * How often a reader can choose to hear; only a rhythm slower than the schedule's own makes sense.
 */
export function listFrequencies(settings: Settings): Frequency[] {
  return scheduleOf(settings) === "quarterly"
    ? ["every", "yearly"]
    : ["every", "quarterly", "yearly"];
}

/** The same with what each means. */
export function frequencyOptions(settings: Settings, { digest }: Words): Option[] {
  return listFrequencies(settings).map((value) => ({
    value,
    text: digest.frequencies[value],
    note: value === "every" ? digest.everyEdition[scheduleOf(settings)] : digest.inOne,
  }));
}

/** The topics a reader can choose from, each with how many works it has so far. */
export function topicOptions(topics: readonly Topic[], { digest }: Words): Option[] {
  return topics.map(({ name, works }) => ({
    value: name,
    text: name,
    note: digest.worksSoFar({ count: works }),
  }));
}
