import type { Money } from "@triptych/schema";

/** `$481,746`, `£394,851`, `$90,431.50`: cents only where there are any. */
export function formatMoney(money: Money): string {
  const digits = Number.isInteger(money.value) ? 0 : 2;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(money.value);
}
