import { expect, test } from "vitest";
import { judgeDelivery, type LedgerRow } from "./judge-delivery.ts";

const row = (state: string, resends = 0): LedgerRow => ({
  messageId: "<1>",
  address: "a@x",
  state,
  resends,
});
const evidence = (times: number, address = "a@x", messageId = "<1>") => ({
  arrivals: new Map(times === 0 ? [] : [[messageId, times]]),
  recipients: new Map(times === 0 ? [] : [[messageId, new Set([address])]]),
});

test.each([
  ["accepted", 0, 1],
  ["failed", 0, 0],
  ["unknown", 0, 0],
  ["unknown", 0, 1],
  ["accepted", 1, 2],
  ["unknown", 1, 2],
] as const)("%s with %d words to send again may arrive %d times", (state, resends, times) => {
  expect(judgeDelivery([row(state, resends)], evidence(times))).toEqual([]);
});

test.each([
  [
    "a loss that is not labelled",
    row("accepted"),
    evidence(0),
    "a@x is accepted and arrived 0 times",
  ],
  ["a duplicate", row("accepted"), evidence(2), "a@x is accepted and arrived 2 times"],
  [
    "a duplicate of what is unknown",
    row("unknown"),
    evidence(2),
    "a@x is unknown and arrived 2 times",
  ],
  [
    "an arrival of what has failed",
    row("failed"),
    evidence(1),
    "a@x is failed and arrived 1 times",
  ],
  ["a mail that is forgotten", row("planned"), evidence(0), "a@x is still planned"],
  ["a mail that hangs", row("sending"), evidence(1), "a@x is still sending"],
  ["a mail to somebody else", row("accepted"), evidence(1, "b@x"), "the mail of a@x came to b@x"],
] as const)("%s is seen", (_name, ledger, seen, sentence) => {
  expect(judgeDelivery([ledger], seen)).toEqual([sentence]);
});

test("a mail that no ledger knows is seen", () => {
  expect(judgeDelivery([], evidence(1))).toEqual(["<1> arrived and is in no ledger"]);
});
