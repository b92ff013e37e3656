import type { Contact } from "@triptych/view";
import type { ReactNode } from "react";

const CLASSES = {
  email: "u-email email",
  phone: "p-tel",
  orcid: "u-url",
  profile: "u-url",
} as const satisfies Record<Contact["kind"], string>;

/**
 * Microformats (h-card): an address is `u-email`; profiles elsewhere are the same person's, hence
 * `rel="me"`.
 */
export function Contacts({
  contacts,
  children,
}: {
  contacts: readonly Contact[];
  children?: ReactNode;
}) {
  return (
    <p className="contacts">
      {contacts.map(({ kind, span }) =>
        span.href === undefined ? (
          <span key={span.text} className={CLASSES[kind]}>
            {span.text}
          </span>
        ) : (
          <a
            key={span.href}
            href={span.href}
            className={CLASSES[kind]}
            {...(kind === "email" || kind === "phone" ? {} : { rel: "me" })}
          >
            {span.text}
          </a>
        ),
      )}
      {children}
    </p>
  );
}
