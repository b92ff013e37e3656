import type { Context, Hono } from "hono";
import { parseAddress } from "../../addresses/email-address.ts";
import type { SignUpKind } from "../../database/subscription-schema.ts";
import type { WebService } from "../../service.ts";
import { checkNonce, createNonce } from "../../subscribers/sign-up/nonce.ts";
import { isRoleAddress } from "../../subscribers/sign-up/role-address.ts";
import { fileSignUp } from "../../subscribers/sign-up/sign-up.ts";
import { renderTooLong } from "../page/too-long.tsx";
import { formRoutes, readForm } from "../request/form-routes.ts";
import { networkOfRequest } from "../request/remote.ts";
import { createThrottle } from "../request/throttle.ts";
import { FORM_PATHS, renderFormPage, renderSentPage } from "./address-form.tsx";
import { language } from "../../words.ts";

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

/** Where addresses are typed. */
export const ADDRESS_FORMS: ReadonlySet<string> = new Set(Object.values(FORM_PATHS));

/** What a form said: an address to look at, or why it is none. */
type Typed = { kind: "address"; address: string } | { kind: "invalid"; reason: string };

function readTyped(typed: string): Typed {
  const parsed = parseAddress(typed);
  return parsed.kind === "address" && isRoleAddress(parsed.address)
    ? { kind: "invalid", reason: language.service.address.office }
    : parsed;
}

/**
 * Sign-up, and the request for the link to a subscription. Both answer alike whatever is known
 * about the address.
 * @param formsAMinute how many forms of one network are looked at; the rest get the same answer and
 *   are dropped
 */
export function subscribeRoutes(service: WebService, formsAMinute: number): Hono {
  const lets = createThrottle(formsAMinute);
  const { db, name, secret, linkKey, promise, now } = service;
  const routes = formRoutes(renderTooLong(name, language.service.tooLong.form), [
    "/subscribe",
    "/manage",
  ]);

  const formPage = (kind: SignUpKind, fault?: string) =>
    renderFormPage({ kind, nonce: createNonce(linkKey, now()), fault, name, promise });

  /** Takes a form, and answers all that can be right alike. */
  const take = async (context: Context, kind: SignUpKind, done: string) => {
    const values = await readForm(context);
    const field = (field: string) => values(field)[0] ?? "";
    // Only robots fill in what people cannot see. They hear what everybody hears.
    if (field("website") !== "") return context.html(done);
    const typed = readTyped(field("email"));
    if (typed.kind === "invalid") return context.html(formPage(kind, typed.reason), 400);
    const network = networkOfRequest(context);
    if (!lets(network, now())) return context.html(done);
    const signUp = {
      kind,
      address: typed.address,
      network,
      nonce: checkNonce(linkKey, field("nonce"), now()),
      consentText: promise,
      form: FORMS.has(field("form")) ? field("form") : "",
    };
    await fileSignUp(db, secret, signUp, now(), (id, tx) => service.enqueueSignUp(id, tx));
    return context.html(done);
  };

  for (const kind of ["subscribe", "manage"] as const) {
    const path = FORM_PATHS[kind].slice("/digest".length);
    const done = renderSentPage(name, kind);
    routes.get(path, (context) => context.html(formPage(kind)));
    routes.post(path, (context) => take(context, kind, done));
  }
  return routes;
}
