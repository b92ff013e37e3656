import type { Contact } from "@triptych/view";
import type { ReactNode } from "react";

/** Microformats (h-card): an address is `u-email`; profiles elsewhere are the same person's, hence `rel="me"`. */
export function Contacts({ contacts, children }: { contacts: readonly Contact[]; children?: ReactNode }) {
  return (
    <p className="contacts">
      {contacts.map(({ kind, span }) => (
        <a key={span.href} href={span.href} className={kind === "email" ? "u-email email" : "u-url"} {...(kind === "email" ? {} : { rel: "me" })}>
          {span.text}
        </a>
      ))}
      {children}
    </p>
  );
}
