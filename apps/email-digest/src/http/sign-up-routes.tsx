import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { parseAddress } from "../address.ts";
import { confirmSubscription, endSubscription, findByUnsubscribeToken, inspectConfirmToken, requestSubscription } from "../subscriber.ts";
import type { WebService } from "../service.ts";
import { ButtonForm, renderPage } from "./page.tsx";

/** Forms are small; anything longer is not one of ours. */
const LONGEST_BODY = 8_192;

const field = (value: unknown) => (typeof value === "string" ? value : "");

/** Sign-up, confirmation and leaving. Only POST changes anything; GET and HEAD show a page (RFC 9110, 9.2.1). */
export function signUpRoutes(service: WebService): Hono {
  const { db, name, secret, promise, now } = service;
  const routes = new Hono();
  const page = (title: string, children: React.ReactNode) => renderPage({ name, title, children });

  routes.use("*", async (context, next) => {
    await next();
    // These pages carry tokens in their address: no cache keeps them, no referrer tells them.
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    context.header("X-Robots-Tag", "noindex");
  });
  routes.use(
    "*",
    bodyLimit({
      maxSize: LONGEST_BODY,
      onError: (context) => context.html(page("That was too much", <p>The form was longer than it can be. Go back and try again.</p>), 413),
    }),
  );

  const checkInbox = page(
    "Look into your inbox",
    <p>If the address can be subscribed, a mail with a link is on its way. Open the link and press the button there; nothing else is sent before you do.</p>,
  );

  routes.post("/subscribe", async (context) => {
    const form = await context.req.parseBody().catch(() => ({}));
    // Only robots fill in what people cannot see. They are told what everybody is told.
    if (field("website" in form ? form.website : "") !== "") return context.html(checkInbox);
    const parsed = parseAddress(field("email" in form ? form.email : ""));
    if (parsed.kind === "invalid") {
      return context.html(
        page(
          "That address does not work",
          <>
            <p className="error" id="why">
              {parsed.reason}
            </p>
            <form method="post" action="/digest/subscribe">
              <label htmlFor="email">E-mail address</label>
              <input id="email" name="email" type="email" autoComplete="email" required maxLength={254} aria-describedby="why" aria-invalid="true" />
              <button type="submit">Subscribe</button>
            </form>
          </>,
        ),
        400,
      );
    }
    const subscriberId = await requestSubscription(db, secret, parsed.address, { text: promise, at: now() });
    if (subscriberId !== undefined) await service.enqueueNotice(subscriberId, "confirmation");
    return context.html(checkInbox);
  });

  const unknownLink = page(
    "This link does not work",
    <p>
      It may be incomplete, or belong to a subscription that has ended. Copy the whole address from the mail, or <a href="/digest/">subscribe again</a>.
    </p>,
  );
  const expiredLink = page(
    "This link has run out",
    <p>
      Confirmation links work for two days. <a href="/digest/">Subscribe again</a> to get a new one.
    </p>,
  );
  const confirmed = page("You are subscribed", <p>{promise}</p>);

  routes.get("/confirm/:token", async (context) => {
    const token = context.req.param("token");
    const { state } = await inspectConfirmToken(db, token, now());
    if (state === "unknown") return context.html(unknownLink, 404);
    if (state === "expired") return context.html(expiredLink, 410);
    if (state === "confirmed") return context.html(confirmed);
    return context.html(
      page(
        "Confirm your subscription",
        <>
          <p>{promise}</p>
          <ButtonForm action={`/digest/confirm/${encodeURIComponent(token)}`} text="Confirm" />
        </>,
      ),
    );
  });

  routes.post("/confirm/:token", async (context) => {
    const { state, subscriberId } = await confirmSubscription(db, context.req.param("token"), now());
    if (state === "unknown") return context.html(unknownLink, 404);
    if (state === "expired") return context.html(expiredLink, 410);
    if (state === "confirmed-now" && subscriberId !== undefined) await service.enqueueNotice(subscriberId, "welcome");
    return context.html(confirmed);
  });

  const left = page(
    "You are unsubscribed",
    <p>
      Nothing more is sent. If it was a mistake, <a href="/digest/">subscribe again</a>.
    </p>,
  );

  routes.get("/unsubscribe/:token", async (context) => {
    const token = context.req.param("token");
    const subscriber = await findByUnsubscribeToken(db, token);
    if (subscriber === undefined) return context.html(unknownLink, 404);
    if (subscriber.status === "unsubscribed") return context.html(left);
    return context.html(
      page(
        "Unsubscribe",
        <>
          <p>One click, and nothing more is sent.</p>
          <ButtonForm action={`/digest/unsubscribe/${encodeURIComponent(token)}`} text="Unsubscribe" />
        </>,
      ),
    );
  });

  // Mail programs post here without cookies or a page before it (RFC 8058, 3.1); the address itself is the proof.
  routes.post("/unsubscribe/:token", async (context) => {
    const isKnown = await endSubscription(db, context.req.param("token"), now());
    return isKnown ? context.html(left) : context.html(unknownLink, 404);
  });

  return routes;
}
