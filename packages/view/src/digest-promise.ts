import type { Settings } from "@triptych/schema";

const RHYTHMS: Record<string, string> = { weekly: "once a week", monthly: "once a month", quarterly: "once a quarter" };

/** The one sentence that says what a subscriber gets and how often; the site and the service both show it. */
export function digestPromise(name: string, settings: Settings): string {
  const rhythm = RHYTHMS[settings.digest?.schedule ?? "monthly"] ?? "from time to time";
  return `New papers by ${name}, at most ${rhythm}, and only when there are some. One click ends it.`;
}
