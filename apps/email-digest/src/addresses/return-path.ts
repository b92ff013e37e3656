import { createHmac, timingSafeEqual } from "node:crypto";

/** One message to one subscriber: what a report about it must name. */
export interface DeliveryKey {
  edition: number;
  subscriberId: string;
}

/** Longest local part of an address (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL = 64;
/**
 * Digits to the base of 36 of an id (128 bits) and of a code (80 bits). Not base64: mail servers
 * may change the case of letters.
 */
const ID_DIGITS = 25;
const CODE_DIGITS = 16;
const CODE_BYTES = 10;
/** The largest number of an edition, 2³¹ - 1, has six digits. */
const EDITION_DIGITS = 6;

/** Longest name before the plus. */
export const LONGEST_MAILBOX = LONGEST_LOCAL - 1 - EDITION_DIGITS - 1 - ID_DIGITS - 1 - CODE_DIGITS;

function inBase36(bytes: Buffer, digits: number): string {
  return BigInt(`0x${bytes.toString("hex")}`)
    .toString(36)
    .padStart(digits, "0");
}

function codeOf(secret: string, { edition, subscriberId }: DeliveryKey): string {
  const code = createHmac("sha256", secret)
    .update(`return-path\0${edition}\0${subscriberId}`)
    .digest();
  return inBase36(code.subarray(0, CODE_BYTES), CODE_DIGITS);
}

/**
 * The address to which mail servers send what became of one message:
 * `bounce+EDITION-SUBSCRIBER-CODE@domain`. It names ids and no address, and only this installation
 * can make the code.
 * @param mailbox where such reports arrive, such as bounce@example.org; its server must accept what
 *   stands after a plus
 */
export function createReturnPath(secret: string, mailbox: string, key: DeliveryKey): string {
  const at = mailbox.lastIndexOf("@");
  const id = inBase36(Buffer.from(key.subscriberId.replaceAll("-", ""), "hex"), ID_DIGITS);
  return `${mailbox.slice(0, at)}+${key.edition.toString(36)}-${id}-${codeOf(secret, key)}${mailbox.slice(at)}`;
}

function toUuid(digits: string): string | undefined {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = value.toString(16).padStart(32, "0");
  return hex.length === 32
    ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    : undefined;
}

export type ReturnPath =
  | { kind: "delivery"; key: DeliveryKey }
  | { kind: "forged" }
  | { kind: "foreign" };

/**
 * What an address says that a report came to. `foreign` looks nothing like ours; `forged` does, but
 * its code is not ours.
 */
export function readReturnPath(secret: string, address: string): ReturnPath {
  const match = /\+([0-9a-z]{1,6})-([0-9a-z]{25})-([0-9a-z]{16})@/.exec(address.toLowerCase());
  const [, number = "", id = "", code = ""] = match ?? [];
  if (match === null) return { kind: "foreign" };
  const subscriberId = toUuid(id);
  if (subscriberId === undefined) return { kind: "forged" };
  const key = { edition: Number.parseInt(number, 36), subscriberId };
  return timingSafeEqual(Buffer.from(codeOf(secret, key)), Buffer.from(code))
    ? { kind: "delivery", key }
    : { kind: "forged" };
}
