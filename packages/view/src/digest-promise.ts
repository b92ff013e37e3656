import type { Settings } from "@triptych/schema";

const RHYTHMS: Record<string, string> = { weekly: "at most once a week", monthly: "at most once a month", quarterly: "at most once a quarter" };

/** The one sentence that says what a subscriber gets and how often; the site and the service both show it. */
export function digestPromise(name: string, settings: Settings): string {
  const rhythm = RHYTHMS[settings.digest?.schedule ?? "monthly"] ?? "now and then";
  return `New papers by ${name}, ${rhythm}, and only when there are some. One click ends it.`;
}
