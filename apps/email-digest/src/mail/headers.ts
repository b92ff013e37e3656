import type { Addresses } from "../addresses.ts";

/** Headers of everything a machine sends by itself (RFC 3834, 5). */
export const AUTOMATIC = { "Auto-Submitted": "auto-generated" } as const;

/** What a list mail says about its list: RFC 2369, RFC 2919, and one-click unsubscription by RFC 8058. The one place that builds them. */
export function listHeaders(name: string, host: string, addresses: Addresses, unsubscribe: string): Record<string, string> {
  return {
    ...AUTOMATIC,
    "List-Id": `${encodeName(`New work by ${name}`)} <new-work.${host}>`,
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Archive": `<${addresses.base}/digest/editions>`,
    "List-Help": `<${addresses.base}/digest/>`,
  };
}

/** A phrase in a header: quoted where it is ASCII, an encoded word otherwise (RFC 2047). */
function encodeName(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? `"${text.replaceAll(/["\\]/g, "")}"` : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
}
