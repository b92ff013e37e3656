import type { Hono } from "hono";
import type { WebService } from "../../service.ts";
import { liftSuppression } from "../../subscribers/suppression.ts";
import { endSubscription, findLinkOwner } from "../../subscribers/unsubscribe-link.ts";
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
    const owner = await findLinkOwner(db, token, now());
    if (owner.kind === "unknown") return context.html(pages.unknown, 404);
    const hasLeft = owner.kind === "forgotten" || owner.status === "unsubscribed";
    return context.html(hasLeft ? pages.left : pages.leave(token));
  });

  // Mail programs post here without cookies or a page before it (RFC 8058, 3.1); the address itself
  // is the proof. A letter may lie unread until its subscription is forgotten: whoever has left
  // hears so, then too. Of a link that is not known nothing is claimed.
  routes.post("/unsubscribe/:token", async (context) => {
    const { kind } = await endSubscription(db, context.req.param("token"), now());
    return kind === "unknown" ? context.html(pages.unknown, 404) : context.html(pages.left);
  });

  return routes;
}
