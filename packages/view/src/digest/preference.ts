import type { Settings } from "@triptych/schema";
import type { Topic } from "../works/topic.ts";

export interface Option {
  value: string;
  text: string;
  /** What it means, quieter. */
  note: string;
}

const EVERY: Record<string, string> = {
  weekly: "At most once a week.",
  monthly: "At most once a month.",
  quarterly: "At most once a quarter.",
};

/**
 * How often a reader can choose to hear; only a rhythm slower than the schedule's own makes sense.
 */
export function frequencyOptions(settings: Settings): Option[] {
  const schedule = settings.digest?.schedule ?? "monthly";
  const quarterly = {
    value: "quarterly",
    text: "Once a quarter",
    note: "What is new since your last mail, in one.",
  };
  return [
    { value: "every", text: "Every edition", note: EVERY[schedule] ?? "As they come." },
    ...(schedule === "quarterly" ? [] : [quarterly]),
    { value: "yearly", text: "Once a year", note: "What is new since your last mail, in one." },
  ];
}

/** The topics a reader can choose from, each with how many works it has so far. */
export function topicOptions(topics: readonly Topic[]): Option[] {
  return topics.map(({ name, works }) => ({
    value: name,
    text: name,
    note: works === 1 ? "1 work so far" : `${works} works so far`,
  }));
}
