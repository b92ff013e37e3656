import { expect, test } from "vitest";
import { formatEquation } from "./equation.ts";

test("the states of an edition are shown as a sum", () => {
  expect(formatEquation({ planned: 1, sending: 0, accepted: 6, failed: 2, unknown: 3 })).toBe(
    "12 recipients = 6 accepted + 2 failed + 3 unknown + 0 sending + 1 planned",
  );
  expect(formatEquation({ planned: 0, sending: 0, accepted: 1, failed: 0, unknown: 0 })).toMatch(/^1 recipient = /);
});
