import { describe, expect, test } from "vitest";
import { classifyFailure } from "./smtp-outcome.ts";

const failure = (fields: object) => Object.assign(new Error("failed"), fields);

describe("what a failure means", () => {
  test.each([
    ["a temporary refusal", { responseCode: 451, response: "451 4.3.0 later", command: "RCPT TO" }, "retry"],
    ["a temporary refusal of the message", { responseCode: 452, command: "DATA" }, "retry"],
    ["a permanent refusal", { responseCode: 550, command: "RCPT TO" }, "failed"],
    ["a refusal of the message itself", { responseCode: 554, command: "DATA" }, "failed"],
    ["no connection", { code: "ECONNREFUSED", command: "CONN" }, "retry"],
    ["silence after the message", { code: "ETIMEDOUT", command: "DATA" }, "unknown"],
    ["a broken line after the message", { code: "ECONNECTION", command: "MESSAGE" }, "unknown"],
    ["anything else", {}, "retry"],
  ] as const)("%s: %s", (_name, fields, kind) => {
    expect(classifyFailure(failure(fields)).kind).toBe(kind);
  });
});

test("addresses do not reach the ledger", () => {
  expect(classifyFailure(failure({ responseCode: 550, response: "550 <ada@example.org>: no such user" })).reply).toBe("550 <address> no such user");
});
