import type { Addresses } from "../addresses/page-addresses.ts";
import { language } from "../words.ts";

/** Headers of everything a machine sends by itself (RFC 3834, 5). */
export const AUTOMATIC = { "Auto-Submitted": "auto-generated" } as const;

/**
 * What a list mail says about its list: RFC 2369, RFC 2919, and one-click unsubscription by RFC
 * 8058. The one place that builds them.
 */
export function listHeaders(
  name: string,
  addresses: Addresses,
  unsubscribe: string,
): Record<string, string> {
  return {
    ...AUTOMATIC,
    "List-Id": `${encodeName(language.mail.listName({ name }))} <new-work.${new URL(addresses.base).hostname}>`,
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Archive": `<${addresses.base}/digest/editions>`,
    "List-Help": `<${addresses.base}/digest/>`,
  };
}

/** Bytes of text in one encoded word, which may be 75 characters long in all (RFC 2047, 2). */
const WORD_BYTES = 45;

/**
 * A phrase in a header (RFC 5322, 3.2.5): plain words as they are, anything else as encoded words.
 * Never quoted: the mail library takes a quote as a reason to encode the whole field, with the
 * list's address in it.
 */
export function encodeName(text: string): string {
  if (/^[\w!#$%&'*+/^`{|}~-]+( [\w!#$%&'*+/^`{|}~-]+)*$/.test(text)) return text;
  const words = [""];
  for (const character of text) {
    const last = words.at(-1) ?? "";
    if (Buffer.byteLength(last + character) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = last + character;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ");
}
