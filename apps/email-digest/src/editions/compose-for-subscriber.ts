import type { Cv } from "@triptych/schema";
import { composeEdition, type Edition, listAnnounceable } from "@triptych/view";
import type { ConfirmedSubscriber } from "../subscribers/preferences/confirmed-subscriber.ts";
import type { Announcements } from "./announcements.ts";
import { language } from "../words.ts";

/**
 * What one subscriber would be sent now: everything they chose that the editions since their last
 * mail have.
 * @param leftOut what it holds nothing of: all that no edition has announced yet, or, where the
 *   next one is shown, the keys that this one leaves out
 */
export function composeForSubscriber(
  cv: Cv,
  announcements: Announcements,
  { topics, toldThrough }: Pick<ConfirmedSubscriber, "topics" | "toldThrough">,
  leftOut: "unannounced" | readonly string[],
): Edition | undefined {
  const told = [...announcements]
    .filter(([, edition]) => edition <= toldThrough)
    .map(([key]) => key);
  const left =
    leftOut === "unannounced"
      ? listAnnounceable(cv).filter((key) => !announcements.has(key))
      : leftOut;
  return composeEdition(cv, language, new Set([...told, ...left]), topics ?? undefined);
}
