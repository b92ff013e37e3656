import { createHmac } from "node:crypto";

/** What a keyed hash is of; the same text hashes differently for each. */
export type HashedThing = "address" | "mailbox" | "network" | "domain";

/** Recognises a text without keeping it. Without the secret nobody can try addresses against it. */
export function keyedHash(secret: string, thing: HashedThing, text: string): string {
  return createHmac("sha256", secret).update(`${thing}\0${text}`).digest("base64url");
}

/**
 * The hash under which an address is known: upper and lower case make no difference, or a second
 * spelling would be a second person.
 */
export function addressHash(secret: string, address: string): string {
  return keyedHash(secret, "address", address.toLowerCase());
}

/** The hash for limits: tags after a plus end up in the same mailbox, so they share its limit. */
export function mailboxHash(secret: string, address: string): string {
  return keyedHash(secret, "mailbox", address.toLowerCase().replace(/\+[^@]*@/, "@"));
}
