import type { Settings } from "@triptych/schema";

/** How often the digest can come, in words that readers know; `other` for a rhythm of its own. */
export type Schedule = "weekly" | "monthly" | "quarterly" | "other";

const NAMED = ["weekly", "monthly", "quarterly"] as const;

export function scheduleOf({ digest }: Settings): Schedule {
  const schedule = digest?.schedule ?? "monthly";
  return NAMED.find((name) => name === schedule) ?? "other";
}
