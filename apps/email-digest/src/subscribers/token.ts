import { createHash, createHmac, randomBytes } from "node:crypto";

/** What is stored of a token: enough to recognise it, not enough to use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** 256 random bits, fit for an address. */
export function createToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The token that ends one subscription: derived, so that every message can carry it while only its
 * hash is stored.
 */
export function unsubscribeToken(linkKey: string, subscriberId: string): string {
  return createHmac("sha256", linkKey).update(`unsubscribe\0${subscriberId}`).digest("base64url");
}
