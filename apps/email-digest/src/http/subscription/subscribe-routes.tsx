import type { Hono } from "hono";
import { parseAddress } from "../../addresses/email-address.ts";
import type { SignUpKind } from "../../database/subscription-schema.ts";
import type { WebService } from "../../service.ts";
import { checkNonce, createNonce } from "../../subscribers/sign-up/nonce.ts";
import { isRoleAddress } from "../../subscribers/sign-up/role-address.ts";
import { fileSignUp } from "../../subscribers/sign-up/sign-up.ts";
import { formRoutes, readForm } from "../request/form-routes.ts";
import { renderPage, Row } from "../page/page.tsx";
import { networkOfRequest } from "../request/remote.ts";
import { createThrottle } from "../request/throttle.ts";

const WORDS = {
  subscribe: {
    title: "New work by e-mail",
    label: "Subscribe",
    button: "Subscribe",
    action: "/digest/subscribe",
  },
  manage: {
    title: "Change or end a subscription",
    label: "Your address",
    button: "Mail me the link",
    action: "/digest/manage",
  },
} as const satisfies Record<SignUpKind, object>;

const DONE = {
  subscribe:
    "If the address can be subscribed, a mail with a link is on its way. Open the link and press the button there; nothing else is sent before you do.",
  manage:
    "If the address is subscribed, a mail with a link is on its way. The link leads to what you get and how often, and works for three days.",
} as const satisfies Record<SignUpKind, string>;

/**
 * Paths of forms that the consent record names; anything else a form says about itself is not kept.
 */
const FORMS = new Set([
  "/",
  "/digest/",
  "/publications/",
  "/kinds/",
  "/venues/",
  "/digest/subscribe",
]);

interface AddressFormProps {
  kind: SignUpKind;
  nonce: string;
  /** Why the last try failed. */
  fault: string | undefined;
}

function AddressForm({ kind, nonce, fault }: AddressFormProps) {
  const { action, button } = WORDS[kind];
  return (
    <>
      {fault === undefined ? null : (
        <p className="error" id="why">
          {fault}
        </p>
      )}
      <form method="post" action={action} className="column">
        <p>
          <label htmlFor="email">E-mail address</label>
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
          <label htmlFor="website">Leave this empty</label>
          <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
        </p>
        <p>
          <button type="submit">{button}</button>
        </p>
      </form>
    </>
  );
}

/** Where addresses are typed. */
export const ADDRESS_FORMS: ReadonlySet<string> = new Set(
  Object.values(WORDS).map(({ action }) => action),
);

/**
 * Sign-up, and the request for the link to a subscription. Both answer alike whatever is known
 * about the address.
 * @param formsAMinute how many forms of one network are looked at; the rest get the same answer and
 *   are dropped
 */
export function subscribeRoutes(service: WebService, formsAMinute: number): Hono {
  const lets = createThrottle(formsAMinute);
  const { db, name, secret, promise, now } = service;
  const routes = formRoutes(
    renderPage({
      name,
      title: "That was too much",
      children: (
        <Row label="Too long">
          <p>The form was longer than it can be. Go back and try again.</p>
        </Row>
      ),
    }),
    ["/subscribe", "/manage"],
  );

  const formPage = (kind: SignUpKind, fault?: string) =>
    renderPage({
      name,
      title: fault === undefined ? WORDS[kind].title : "That address does not work",
      children: (
        <Row label={WORDS[kind].label}>
          {kind === "subscribe" ? (
            <p>{promise}</p>
          ) : (
            <p>
              Type the address that gets the mail. The link to change it or end it comes by mail.
            </p>
          )}
          <AddressForm kind={kind} nonce={createNonce(secret, now())} fault={fault} />
        </Row>
      ),
    });

  for (const kind of ["subscribe", "manage"] as const) {
    const { action } = WORDS[kind];
    const path = action.slice("/digest".length);
    const done = renderPage({
      name,
      title: "Look into your inbox",
      children: (
        <Row label="Next">
          <p>{DONE[kind]}</p>
        </Row>
      ),
    });

    routes.get(path, (context) => context.html(formPage(kind)));
    routes.post(path, async (context) => {
      const values = await readForm(context);
      const field = (field: string) => values(field)[0] ?? "";
      // Only robots fill in what people cannot see. They are told what everybody is told.
      if (field("website") !== "") return context.html(done);
      const parsed = parseAddress(field("email"));
      if (parsed.kind === "invalid") return context.html(formPage(kind, parsed.reason), 400);
      if (isRoleAddress(parsed.address))
        return context.html(
          formPage(kind, "That is the address of an office. Give one that only you read."),
          400,
        );
      const network = networkOfRequest(context);
      if (!lets(network, now())) return context.html(done);
      const signUp = {
        kind,
        address: parsed.address,
        network,
        nonce: checkNonce(secret, field("nonce"), now()),
        consentText: promise,
        form: FORMS.has(field("form")) ? field("form") : "",
      };
      await fileSignUp(db, secret, signUp, now(), (id, tx) => service.enqueueSignUp(id, tx));
      return context.html(done);
    });
  }
  return routes;
}
