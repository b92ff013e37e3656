import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { hashToken } from "../token.ts";

/** Nobody types an address faster, and nobody leaves a form open longer. */
const FASTEST_MS = 2_000;
const LONGEST_MS = 2 * 3_600_000;

export type NonceVerdict =
  | { kind: "missing" }
  | { kind: "good"; hash: string; expiresAt: Date }
  /** Forged, too fast or too old. */
  | { kind: "bad" };

const sign = (secret: string, text: string) =>
  createHmac("sha256", secret).update(`nonce\0${text}`).digest("base64url");

/**
 * What a form carries to show when it was opened: time, a random part, and a signature over both.
 * Nothing is stored until it is spent.
 */
export function createNonce(secret: string, now: Date): string {
  const text = `${now.getTime().toString(36)}.${randomBytes(12).toString("base64url")}`;
  return `${text}.${sign(secret, text)}`;
}

/** Reads a nonce; whether it was spent before only the database knows. */
export function checkNonce(secret: string, nonce: string, now: Date): NonceVerdict {
  if (nonce === "") return { kind: "missing" };
  const at = nonce.lastIndexOf(".");
  const [given, expected] = [
    Buffer.from(nonce.slice(at + 1)),
    Buffer.from(sign(secret, nonce.slice(0, at))),
  ];
  if (at < 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return { kind: "bad" };
  const opened = Number.parseInt(nonce, 36);
  const age = now.getTime() - opened;
  return age < FASTEST_MS || age > LONGEST_MS
    ? { kind: "bad" }
    : { kind: "good", hash: hashToken(nonce), expiresAt: new Date(opened + LONGEST_MS) };
}
