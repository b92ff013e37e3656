import type { Cv, PartialDate } from "@triptych/schema";
import { formatDate } from "../text/date.ts";
import { workNoun } from "../works/work-count.ts";

const RHYTHMS: Record<string, string> = {
  weekly: "at most once a week",
  monthly: "at most once a month",
  quarterly: "at most once a quarter",
};

/**
 * The one sentence that says what a subscriber gets and how often; the site and the service both
 * show it.
 */
export function digestPromise({
  profile,
  settings,
  publications,
}: Pick<Cv, "profile" | "settings" | "publications">): string {
  const rhythm = RHYTHMS[settings.digest?.schedule ?? "monthly"] ?? "now and then";
  const noun = workNoun(publications.flatMap(({ appearances: [cited] }) => cited?.kind ?? []));
  return `New ${noun} by ${profile.name}, ${rhythm}, and only when there are some. One click ends it.`;
}

/** When to look out for the next mail. `day` is the next day of the schedule, as `YYYY-MM-DD`. */
export function digestOutlook(day: PartialDate): string {
  return `The next one can come on ${formatDate(day)}, if there is something new by then; otherwise nothing is sent.`;
}
