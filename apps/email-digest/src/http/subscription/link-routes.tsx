import type { Hono } from "hono";
import type { WebService } from "../../service.ts";
import {
  confirmSubscription,
  endSubscription,
  findByUnsubscribeToken,
  inspectConfirmToken,
} from "../../subscribers/subscriber.ts";
import { liftSuppression } from "../../subscribers/suppression.ts";
import { hasTokenShape } from "../../subscribers/token.ts";
import { formRoutes } from "../request/form-routes.ts";
import { ButtonForm, renderPage, Row } from "../page/page.tsx";

/**
 * What the links in mails lead to: confirming and leaving. Only POST changes anything; GET and HEAD
 * show a page (RFC 9110, 9.2.1).
 */
export function linkRoutes(service: WebService): Hono {
  const { db, name, secret, promise, now } = service;
  const page = (title: string, label: string, children: React.ReactNode) =>
    renderPage({ name, title, children: <Row label={label}>{children}</Row> });
  const routes = formRoutes(page("That was too much", "Too long", <p>Nothing was changed.</p>), [
    "/confirm/*",
    "/unsubscribe/*",
  ]);

  const unknownLink = page(
    "This link does not work",
    "What to do",
    <p>
      It may be incomplete, or belong to a subscription that has ended. Copy the whole address from
      the mail, or <a href="/digest/">subscribe again</a>.
    </p>,
  );
  const expiredLink = page(
    "This link has run out",
    "What to do",
    <p>
      Confirmation links work for two days. <a href="/digest/">Subscribe again</a> to get a new one.
    </p>,
  );
  const confirmed = page("You are subscribed", "What comes", <p>{promise}</p>);

  routes.get("/confirm/:token", async (context) => {
    const token = context.req.param("token");
    const { state } = await inspectConfirmToken(db, token, now());
    if (state === "unknown") return context.html(unknownLink, 404);
    if (state === "expired") return context.html(expiredLink, 410);
    if (state === "confirmed") return context.html(confirmed);
    return context.html(
      page(
        "Confirm your subscription",
        "One click",
        <>
          <ButtonForm action={`/digest/confirm/${encodeURIComponent(token)}`} text="Confirm" />
          <p>{promise}</p>
        </>,
      ),
    );
  });

  routes.post("/confirm/:token", async (context) => {
    const { state } = await confirmSubscription(
      db,
      context.req.param("token"),
      now(),
      async (tx, subscriber) => {
        await liftSuppression(tx, secret, subscriber.address);
        await service.enqueueNotice(subscriber.id, "welcome", tx);
      },
    );
    if (state === "unknown") return context.html(unknownLink, 404);
    if (state === "expired") return context.html(expiredLink, 410);
    return context.html(confirmed);
  });

  const left = page(
    "You are unsubscribed",
    "Done",
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
        "One click",
        <>
          <ButtonForm
            action={`/digest/unsubscribe/${encodeURIComponent(token)}`}
            text="Unsubscribe"
          />
          <p>
            Nothing more is sent after it. To get less instead,{" "}
            <a href="/digest/manage">change your subscription</a>.
          </p>
        </>,
      ),
    );
  });

  // Mail programs post here without cookies or a page before it (RFC 8058, 3.1); the address itself
  // is the proof. A mail may lie unread until its subscription is forgotten: whoever has left hears
  // so, then too.
  routes.post("/unsubscribe/:token", async (context) => {
    const token = context.req.param("token");
    const isKnown = await endSubscription(db, token, now());
    return isKnown || hasTokenShape(token) ? context.html(left) : context.html(unknownLink, 404);
  });

  return routes;
}
