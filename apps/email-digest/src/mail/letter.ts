import { createHash } from "node:crypto";

/**
 * What is written once and sent to many: the address that ends a subscription is the only part that
 * differs from subscriber to subscriber.
 */
export interface Letter {
  subject: string;
  html: string;
  text: string;
}

/**
 * Stands in a letter where each message has its own address; `.invalid` never resolves (RFC 2606,
 * 2).
 */
export const UNSUBSCRIBE_PLACEHOLDER = "https://unsubscribe.invalid/";

/** Tells one letter from another: the same three parts have the same fingerprint. */
export function fingerprintLetter({ subject, html, text }: Letter): string {
  return createHash("sha256").update([subject, html, text].join("\0")).digest("hex");
}
