import type { Cv, PartialDate } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { formatDate } from "../text/date.ts";
import { worksNoun } from "../works/kind-name.ts";
import { scheduleOf } from "./schedule.ts";

/**
 * The one sentence that says what a subscriber gets and how often; the site and the service both
 * show it.
 */
export function digestPromise(
  { profile, settings, publications }: Pick<Cv, "profile" | "settings" | "publications">,
  words: Words,
): string {
  const cited = publications.flatMap(({ appearances: [first] }) => first ?? []);
  return words.digest.promise({
    works: worksNoun(cited, words).name({ count: 2 }),
    name: profile.name,
    rhythm: words.digest.rhythms[scheduleOf(settings)],
  });
}

/** When to look out for the next mail. `day` is the next day of the schedule, as `YYYY-MM-DD`. */
export function digestOutlook(day: PartialDate, words: Words): string {
  return words.digest.outlook({ date: formatDate(day, words) });
}
