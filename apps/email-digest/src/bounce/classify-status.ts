/**
 * What a refusal says about an address: `hard` there is nobody, `soft` not now, `policy` the
 * refusal is about us and says nothing about the subscriber.
 */
export type RefusalClass = "hard" | "soft" | "policy";

/** Codes that say that an address does not exist (RFC 3463, 3.2; RFC 7505 for the null MX). */
const NOBODY = new Set(["5.1.1", "5.1.2", "5.1.10"]);

/**
 * Finds the enhanced status code in what a server said (RFC 2034), such as `550 5.1.1 no such
 * user`.
 */
export function findStatus(reply: string): string | undefined {
  return /(?:^|[\s#(])([245]\.\d{1,3}\.\d{1,3})(?=[\s):;,]|$)/.exec(reply)?.[1];
}

/**
 * One rule for both ways in which servers refuse: at once over SMTP, or later in a report. Without
 * a code nothing is certain, and whatever is not certain is soft: leaving out a subscriber who is
 * there is worse than writing once more to one who is not.
 */
export function classifyStatus(status: string | undefined): RefusalClass {
  if (status === undefined) return "soft";
  if (NOBODY.has(status)) return "hard";
  return status.startsWith("5.7.") ? "policy" : "soft";
}
