import type { Hono } from "hono";
import type { WebService } from "../../service.ts";
import { endSubscription, findByUnsubscribeToken } from "../../subscribers/subscriber.ts";
import { liftSuppression } from "../../subscribers/suppression.ts";
import { hasTokenShape } from "../../subscribers/token.ts";
import { renderTooLong } from "../page/too-long.tsx";
import { formRoutes } from "../request/form-routes.ts";
import { renderLinkPages } from "./link-pages.tsx";
import { confirmSubscription, inspectConfirmToken } from "../../subscribers/timed-link.ts";

/**
 * What the links in letters lead to: confirming and leaving. Only POST changes anything; GET and
 * HEAD show a page (RFC 9110, 9.2.1).
 */
export function linkRoutes(service: WebService): Hono {
  const { db, name, secret, promise, now } = service;
  const pages = renderLinkPages(name, promise);
  const routes = formRoutes(renderTooLong(name), ["/confirm/*", "/unsubscribe/*"]);

  routes.get("/confirm/:token", async (context) => {
    const token = context.req.param("token");
    const { state } = await inspectConfirmToken(db, token, now());
    if (state === "unknown") return context.html(pages.unknown, 404);
    if (state === "expired") return context.html(pages.expired, 410);
    return context.html(state === "confirmed" ? pages.confirmed : pages.confirm(token));
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
    if (state === "unknown") return context.html(pages.unknown, 404);
    if (state === "expired") return context.html(pages.expired, 410);
    return context.html(pages.confirmed);
  });

  routes.get("/unsubscribe/:token", async (context) => {
    const token = context.req.param("token");
    const subscriber = await findByUnsubscribeToken(db, token);
    if (subscriber === undefined) return context.html(pages.unknown, 404);
    return context.html(subscriber.status === "unsubscribed" ? pages.left : pages.leave(token));
  });

  // Mail programs post here without cookies or a page before it (RFC 8058, 3.1); the address itself
  // is the proof. A letter may lie unread until its subscription is forgotten: whoever has left
  // hears so, then too.
  routes.post("/unsubscribe/:token", async (context) => {
    const token = context.req.param("token");
    const isKnown = await endSubscription(db, token, now());
    return isKnown || hasTokenShape(token)
      ? context.html(pages.left)
      : context.html(pages.unknown, 404);
  });

  return routes;
}
