import type { DeliveryState } from "../database/schema.ts";

const ORDER: readonly DeliveryState[] = ["accepted", "failed", "unknown", "sending", "planned"];

/** The ledger of an edition as a sum: every recipient is in exactly one state. */
export function formatEquation(counts: Record<DeliveryState, number>): string {
  const total = ORDER.reduce((sum, state) => sum + counts[state], 0);
  return `${total} ${total === 1 ? "recipient" : "recipients"} = ${ORDER.map((state) => `${counts[state]} ${state}`).join(" + ")}`;
}
