import { expect, test } from "vitest";
import { formatEquation } from "./equation.ts";

const deliveries = { planned: 1, sending: 0, accepted: 6, failed: 2, unknown: 3 };

test("the states of an edition are shown as a sum", () => {
  expect(formatEquation({ recipients: 12, erased: 0, deliveries })).toBe(
    "12 recipients = 6 accepted + 2 failed + 3 unknown + 0 sending + 1 planned",
  );
  expect(formatEquation({ recipients: 13, erased: 1, deliveries })).toMatch(
    /^13 recipients = .* \+ 1 erased$/,
  );
  expect(
    formatEquation({
      recipients: 1,
      erased: 1,
      deliveries: { planned: 0, sending: 0, accepted: 0, failed: 0, unknown: 0 },
    }),
  ).toMatch(/^1 recipient = /);
});

test("a sum that is wrong is not shown as if it were right", () => {
  expect(formatEquation({ recipients: 11, erased: 0, deliveries })).toContain(
    "= 12: THE LEDGER IS WRONG",
  );
});
