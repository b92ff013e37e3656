import { describe, expect, test } from "vitest";
import { classifyFailure } from "./send-outcome.ts";

const failure = (fields: object) => Object.assign(new Error("failed"), fields);
const refused = (response: string) =>
  failure({ responseCode: Number(response.slice(0, 3)), response });

const sender = (response: string) => Object.assign(refused(response), { command: "MAIL FROM" });

describe("what a failure means", () => {
  test.each([
    ["a temporary refusal", refused("451 4.3.0 later"), "envelope", "retry"],
    ["a temporary refusal of the message", refused("452 full"), "message", "retry"],
    ["a permanent refusal", refused("550 5.1.1 nobody"), "envelope", "failed"],
    ["a refusal of the message itself", refused("554 no"), "message", "failed"],
    ["no connection", failure({ code: "ECONNREFUSED" }), "connecting", "unreachable"],
    [
      "a server that turns everybody away",
      refused("421 4.3.2 shutting down"),
      "connecting",
      "unreachable",
    ],
    ["a line that broke before the message", failure({ code: "ECONNECTION" }), "envelope", "retry"],
    ["silence after the message", failure({ code: "ETIMEDOUT" }), "message", "unknown"],
    ["a sender that is not aligned", refused("550 5.7.515 access denied"), "message", "alarm"],
    ["a sender that fails SPF and DKIM", refused("550-5.7.26 unauthenticated"), "message", "alarm"],
    ["a message that a filter refused", refused("550 5.7.1 spam"), "message", "alarm"],
    ["a login that is missing", refused("530 5.7.0 Authentication required"), "envelope", "alarm"],
    ["a relay that does not serve us", refused("554 5.7.1 Relay denied"), "envelope", "alarm"],
    ["a limit of the day, for now", refused("452 4.7.0 daily quota exceeded"), "message", "alarm"],
    ["a sender before anybody is named", sender("550 no"), "envelope", "alarm"],
    ["a sender who may be taken later", sender("450 4.1.8 sender rejected"), "envelope", "retry"],
    ["a network that is asked to slow down", refused("421 4.7.28 rate"), "envelope", "retry"],
  ] as const)("%s: %s", (_name, error, stage, kind) => {
    expect(classifyFailure(error, stage).kind).toBe(kind);
  });
});

test("the enhanced status code is kept", () => {
  expect(classifyFailure(refused("550 5.1.1 nobody"), "envelope")).toMatchObject({ code: "5.1.1" });
  expect(classifyFailure(refused("550 nobody 5.1.1"), "envelope")).not.toHaveProperty("code");
});

test("addresses do not reach the ledger", () => {
  expect(classifyFailure(refused("550 <ada@example.org>: no such user"), "envelope")).toMatchObject(
    { reply: "550 <address> no such user" },
  );
});
