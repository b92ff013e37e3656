import { domainToASCII } from "node:url";
import { language } from "../words.ts";

export type ParsedAddress =
  | { kind: "address"; address: string; domain: string }
  /** The reason is a sentence for whoever typed it. */
  | { kind: "invalid"; reason: string };

const words = language.service.address;

/**
 * Longest path of a forward address, without the angle brackets (RFC 5321, 4.5.3.1.3 and erratum
 * 1690).
 */
const LONGEST = 254;
/** Longest local part (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL = 64;
/** A dot-atom (RFC 5322, 3.2.3), also with letters beyond ASCII (RFC 6532, 3.2). */
const DOT_ATOM =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Reads an address as someone typed it: spaces around it are dropped, the domain becomes small and
 * ASCII, the local part stays as it is (only its own domain knows what it means). Anything that
 * could become a second header or recipient is refused.
 */
export function parseAddress(typed: string): ParsedAddress {
  const text = typed.trim();
  if (text === "") return { kind: "invalid", reason: words.empty };
  if (/\p{Cc}/u.test(text)) return { kind: "invalid", reason: words.control };
  if (Buffer.byteLength(text) > LONGEST)
    return { kind: "invalid", reason: words.long({ most: LONGEST }) };
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1)).toLowerCase()];
  const isShaped =
    at > 0 &&
    Buffer.byteLength(local) <= LONGEST_LOCAL &&
    DOT_ATOM.test(local) &&
    DOMAIN.test(domain);
  if (!isShaped) return { kind: "invalid", reason: words.shape };
  return { kind: "address", address: `${local}@${domain}`, domain };
}

/** The part of an address that DNS knows. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
