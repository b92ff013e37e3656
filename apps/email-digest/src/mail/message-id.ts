import { createHash } from "node:crypto";

/**
 * The Message-ID of one edition for one subscriber, the same on every attempt (RFC 5322, 3.6.4).
 */
export function deliveryMessageId(edition: number, subscriberId: string, domain: string): string {
  return `<${createHash("sha256").update(`${edition}\0${subscriberId}`).digest("hex").slice(0, 40)}@${domain}>`;
}

/**
 * What tells one message of an installation from another: its Message-ID without brackets and
 * domain.
 */
export function localPart(messageId: string): string {
  return messageId.slice(1, messageId.lastIndexOf("@"));
}
