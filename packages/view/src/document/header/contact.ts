import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import type { Span } from "../../text/span.ts";

export interface Contact {
  kind: "email" | "phone" | "orcid" | "profile";
  span: Span;
}

/**
 * One number with its country (E.164), grouped by blanks, hyphens, dots or brackets. What may be an
 * extension, a zero to be left out, a second number or letters would be dialled wrongly.
 */
const PHONE = /^\+[1-9](?:[ \u00a0\u202f.-]?\d|[ \u00a0\u202f]?\([1-9]\d*\))+$/;

/** Where a phone number leads (RFC 3966); undefined where that is not certain. */
function phoneAddress(phone: string): string | undefined {
  const digits = phone.replaceAll(/\D/g, "");
  const isCertain = PHONE.test(phone) && digits.length >= 7 && digits.length <= 15;
  return isCertain ? `tel:+${digits}` : undefined;
}

/** How the owner can be reached, and where else they are on the web. */
export function listContacts({ profile }: Cv, words: Words): Contact[] {
  const { emails, phone, orcid, links } = profile;
  const contact = (kind: Contact["kind"], text: string, href: string | undefined): Contact => ({
    kind,
    span: href === undefined ? { text } : { text, href },
  });
  return [
    ...emails.map((email) => contact("email", email, `mailto:${email}`)),
    ...(phone === undefined ? [] : [contact("phone", phone, phoneAddress(phone))]),
    ...(orcid === undefined
      ? []
      : [contact("orcid", words.record.orcid({ id: orcid }), `https://orcid.org/${orcid}`)]),
    ...links.map(({ site, url }) => contact("profile", words.record.sites[site], url)),
  ];
}
