import type { Cv } from "@triptych/schema";
import { composeEdition, type Edition, listAnnounceable } from "@triptych/view";
import type { ConfirmedSubscriber } from "../subscribers/preferences/confirmed-subscriber.ts";
import type { Announcements } from "./announcements.ts";
import { language } from "../words.ts";

/**
 * What one subscriber would be sent now: everything they chose that the editions since their last
 * mail have.
 * @param upcoming whether to add what the record holds and no edition has announced yet, as the
 *   next one will
 */
export function composeForSubscriber(
  cv: Cv,
  announcements: Announcements,
  { topics, toldThrough }: Pick<ConfirmedSubscriber, "topics" | "toldThrough">,
  upcoming: boolean,
): Edition | undefined {
  const told = [...announcements]
    .filter(([, edition]) => edition <= toldThrough)
    .map(([key]) => key);
  const unannounced = upcoming ? [] : listAnnounceable(cv).filter((key) => !announcements.has(key));
  return composeEdition(cv, language, new Set([...told, ...unannounced]), topics ?? undefined);
}
