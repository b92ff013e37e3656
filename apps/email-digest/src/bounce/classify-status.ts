import { isAboutUs, judgeRefusal } from "../smtp/judge-refusal.ts";

/**
 * What a refusal says about an address: `hard` there is nobody, `soft` not now, `policy` the
 * refusal is about us and says nothing about the subscriber.
 */
export type RefusalClass = "hard" | "soft" | "policy";

/**
 * Finds the enhanced status code in what a server said (RFC 2034), such as `550 5.1.1 no such
 * user`.
 */
export function findStatus(reply: string): string | undefined {
  return /(?:^|[\s#(])([245]\.\d{1,3}\.\d{1,3})(?=[\s):;,]|$)/.exec(reply)?.[1];
}

/**
 * One rule for both ways in which servers refuse: at once over SMTP, or later in a report. Without
 * a code nothing is certain about an address, and whatever is not certain is soft: leaving out a
 * subscriber who is there is worse than writing once more to one who is not.
 */
export function classifyRefusal(status: string | undefined, reply: string): RefusalClass {
  const judged = judgeRefusal(reply, status);
  if (isAboutUs(judged)) return "policy";
  if (status === undefined || status.endsWith(".0.0")) return "soft";
  if (judged === "nobody") return "hard";
  return judged === "unknown" && status.startsWith("5.7.") ? "policy" : "soft";
}
