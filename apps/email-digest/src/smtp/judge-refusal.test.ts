import { describe, expect, test } from "vitest";
import { judgeRefusal } from "./judge-refusal.ts";
import { REFUSALS } from "./refusals.ts";

describe("every reply of the table is read as the rule it stands with", () => {
  test.each(
    REFUSALS.flatMap(({ about, replies }) => replies.map((line) => [about, line] as const)),
  )("%s: %s", (about, line) => {
    expect(judgeRefusal(line.slice(line.indexOf(": ") + 2))).toBe(about);
  });
});

describe("others in the same words", () => {
  test.each([
    ["account", "554 5.7.1 <bob@example.net>: Recipient address rejected: Relaying denied"],
    ["account", "550-5.7.1 Relaying denied\n550 5.7.1 see our help"],
    ["account", "454 4.7.1 <bob@example.net>: Relay access denied"],
    ["account", "530 Must issue a STARTTLS command first"],
    ["account", "535 Mailgun is not loving your login or password"],
    ["account", "525 5.7.1 Unauthorized IP address"],
    ["account", "550 5.7.1 Your account has been suspended"],
    ["sender", "554 Email address is not verified."],
    ["sender", "550 5.7.23 The message was rejected due to SPF violation"],
    ["sender", "554-Nemesis ESMTP service not available\n554 IP address is block listed"],
    ["sender", "554 IP=192.0.2.1 - A problem occurred. (Contact tosa@rx.example)"],
    ["sender", "450 4.1.8 <digest@example.invalid>: Sender address rejected: Domain not found"],
    ["sender", "421 4.7.26 This mail has been rate limited because it is unauthenticated"],
    ["quota", "554 5.7.1 You have exceeded your daily sending limit"],
    ["quota", "550 5.7.0 Mail sending quota exceeded for this user"],
    ["quota", "452 4.7.1 hourly message limit reached"],
    ["content", "554 Transaction failed: reject due to policy restrictions"],
    ["content", "552 Message size exceeds maximum permitted"],
    ["content", "554 5.6.0 malformed message"],
    ["nobody", "550 Unknown user"],
    ["nobody", "554 delivery error: dd This user doesn't have an example.com account"],
    ["recipient", "452 4.2.2 Mailbox full"],
    ["recipient", "552 5.2.2 Quota exceeded (mailbox for user is full)"],
    ["recipient", "550 5.2.1 Mailbox disabled"],
    ["later", "421 4.3.2 Too many connections"],
    ["unknown", "550 5.7.1 refused"],
    ["unknown", "550 no"],
    ["unknown", "571 Delivery not authorized, message refused"],
  ])("%s: %s", (about, reply) => {
    expect(judgeRefusal(reply)).toBe(about);
  });
});
