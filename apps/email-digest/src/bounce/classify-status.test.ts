import { describe, expect, test } from "vitest";
import { classifyRefusal, findStatus } from "./classify-status.ts";

describe("a status", () => {
  test.each([
    ["5.1.1", "hard"],
    ["5.1.2", "hard"],
    ["5.1.10", "hard"],
    ["5.2.2", "soft"],
    ["5.0.0", "soft"],
    ["5.1.100", "soft"],
    ["4.1.1", "soft"],
    ["4.7.0", "soft"],
    ["5.7.1", "policy"],
    ["5.7.515", "policy"],
    [undefined, "soft"],
  ] as const)("%s is %s", (status, kind) => {
    expect(classifyRefusal(status, "")).toBe(kind);
  });
});

describe("in what a server said, the code is", () => {
  test.each([
    ["550 5.1.1 <nobody@example.org>: no such user", "5.1.1"],
    ["550-5.1.1 The account does not exist.\n550 5.1.1 Learn more", "5.1.1"],
    ["smtp; 550 #5.1.0 Address rejected", "5.1.0"],
    ["550 No such user here", undefined],
    ["connect to 127.0.0.1[127.0.0.1]:2527: refused", undefined],
    ["554 delivery from 5.6.7.8 refused", undefined],
    ["", undefined],
  ])("%j: %s", (reply, status) => {
    expect(findStatus(reply.replace(/^(\d{3})-/, "$1 "))).toBe(status);
  });
});
