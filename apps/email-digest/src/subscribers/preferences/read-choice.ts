import { listFrequencies, listTopics } from "@triptych/view";
import type { Cv } from "@triptych/schema";
import type { Choice } from "./choice.ts";

/** The values of a form's field, in order; empty where it was not sent. */
type FieldValues = (field: string) => string[];

/**
 * The choice a form makes. Only rhythms that are offered and topics of the record count; topics
 * that the record no longer names are kept for those who had them. Whoever wants some topics and
 * ticks none gets everything rather than nothing.
 */
export function readChoice(values: FieldValues, cv: Cv, before: Choice): Choice {
  const [asked = ""] = values("frequency");
  const frequency =
    listFrequencies(cv.settings).find((offered) => offered === asked) ?? before.frequency;
  const names = new Set([...listTopics(cv).map(({ name }) => name), ...(before.topics ?? [])]);
  const ticked = [...new Set(values("topic"))].filter((topic) => names.has(topic));
  const [scope = ""] = values("scope");
  return { frequency, topics: scope === "some" && ticked.length > 0 ? ticked : null };
}
