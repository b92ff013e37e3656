import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import type { Span } from "../../text/span.ts";

export interface Contact {
  kind: "email" | "phone" | "orcid" | "profile";
  span: Span;
}

/** How the owner can be reached, and where else they are on the web. */
export function listContacts({ profile }: Cv, words: Words): Contact[] {
  const { emails, phone, orcid, links } = profile;
  const contact = (kind: Contact["kind"], text: string, href: string): Contact => ({
    kind,
    span: { text, href },
  });
  return [
    ...emails.map((email) => contact("email", email, `mailto:${email}`)),
    ...(phone === undefined
      ? []
      : [contact("phone", phone, `tel:${phone.replaceAll(/[^\d+]/g, "")}`)]),
    ...(orcid === undefined
      ? []
      : [contact("orcid", words.record.orcid({ id: orcid }), `https://orcid.org/${orcid}`)]),
    ...links.map(({ site, url }) => contact("profile", words.record.sites[site], url)),
  ];
}
