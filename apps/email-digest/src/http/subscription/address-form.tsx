import type { SignUpKind } from "../../database/subscription-schema.ts";
import { renderNote } from "../page/page.tsx";
import { language } from "../../words.ts";

const words = language.service.form;

/** Where each form is shown and sent to. */
export const FORM_PATHS = {
  subscribe: "/digest/subscribe",
  manage: "/digest/manage",
} as const satisfies Record<SignUpKind, string>;

interface AddressFormProps {
  kind: SignUpKind;
  nonce: string;
  /** Why the last try failed. */
  fault: string | undefined;
}

function AddressForm({ kind, nonce, fault }: AddressFormProps) {
  return (
    <>
      {fault === undefined ? null : (
        <p className="error" id="why">
          {fault}
        </p>
      )}
      <form method="post" action={FORM_PATHS[kind]} className="column">
        <p>
          <label htmlFor="email">{words.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            {...(fault === undefined ? {} : { "aria-describedby": "why", "aria-invalid": true })}
          />
        </p>
        <input type="hidden" name="nonce" value={nonce} />
        <input type="hidden" name="form" value="/digest/subscribe" />
        {/* A field that people do not see and robots fill in. */}
        <p className="trap" aria-hidden="true">
          <label htmlFor="website">{words.trap}</label>
          <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
        </p>
        <p>
          <button type="submit">{words[kind].button}</button>
        </p>
      </form>
    </>
  );
}

interface FormPageProps extends AddressFormProps {
  name: string;
  promise: string;
}

/** The page with a form that takes an address. */
export function renderFormPage({ kind, nonce, fault, name, promise }: FormPageProps): string {
  return renderNote({
    name,
    title: fault === undefined ? words[kind].title : words.fault,
    label: words[kind].label,
    children: (
      <>
        <p>{kind === "subscribe" ? promise : words.manage.lead}</p>
        <AddressForm kind={kind} nonce={nonce} fault={fault} />
      </>
    ),
  });
}

/** What everybody hears who sent one, whatever is known about the address. */
export function renderSentPage(name: string, kind: SignUpKind): string {
  return renderNote({
    name,
    title: words.sent.title,
    label: words.sent.label,
    children: <p>{words[kind].done}</p>,
  });
}
