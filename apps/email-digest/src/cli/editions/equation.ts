import type { DeliveryState } from "../../database/schema.ts";
import type { EditionSums } from "../../editions/edition-list.ts";

const ORDER: readonly DeliveryState[] = ["accepted", "failed", "unknown", "sending", "planned"];

/** What the states of an edition add up to; must be its recipients. */
export function sumOf({ deliveries, erased }: Pick<EditionSums, "deliveries" | "erased">): number {
  return ORDER.reduce((sum, state) => sum + deliveries[state], erased);
}

/**
 * The ledger of an edition as a sum: every recipient is in exactly one state, or was erased since.
 */
export function formatEquation(
  edition: Pick<EditionSums, "recipients" | "deliveries" | "erased">,
): string {
  const { recipients, deliveries, erased } = edition;
  const states = [
    ...ORDER.map((state) => `${deliveries[state]} ${state}`),
    ...(erased === 0 ? [] : [`${erased} erased`]),
  ].join(" + ");
  const sum = sumOf(edition);
  const people = `${recipients} ${recipients === 1 ? "recipient" : "recipients"}`;
  return sum === recipients
    ? `${people} = ${states}`
    : `${people}, but ${states} = ${sum}: THE LEDGER IS WRONG`;
}
