import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { sql } from "kysely";
import type { WebService } from "../service.ts";
import { bounceRoutes } from "./bounce-routes.ts";
import { devMailRoutes } from "./dev/dev-mail-routes.tsx";
import { devPreviewRoutes } from "./dev/dev-preview-routes.tsx";
import { editionRoutes } from "./archive/edition-routes.tsx";
import { manageRoutes } from "./subscription/manage-routes.tsx";
import { linkRoutes } from "./subscription/link-routes.tsx";
import { nextRoutes } from "./archive/next-routes.tsx";
import { privacyPage } from "./privacy-page.tsx";
import { renderPage, Row } from "./page/page.tsx";
import { ADDRESS_FORMS, subscribeRoutes } from "./subscription/subscribe-routes.tsx";
import { networkOfRequest } from "./request/remote.ts";
import { siteRoutes } from "./site/site-routes.ts";
import { STYLE_SHEET } from "./page/style-sheet.ts";
import { createThrottle } from "./request/throttle.ts";

/**
 * Requests to the service's own pages from one network. An audience that subscribes from one hall
 * stays below.
 */
const REQUESTS_A_MINUTE = 1_200;

export interface AppOptions {
  service: WebService;
  /** Folder of the sealed site. */
  site: string;
  /** Headers of every answer, as the seal wrote them. */
  headers: Record<string, string>;
  /** Folder of mails written instead of sent; undefined when there is a mail server. */
  mailFolder: string | undefined;
  /** Whether those mails, which are to other people, can be read over HTTP. */
  showsMail: boolean;
  /** What whoever hands in reports of mail servers must know; undefined where nobody may. */
  bounceSecret: string | undefined;
  /** Takes one line a request: method, route, status, milliseconds. Never an address or a token. */
  log: (line: object) => void;
  /**
   * Requests to the service's own pages that one network may send; left out, what is enough for a
   * full lecture hall.
   */
  requestsAMinute?: number;
}

/** Everything that is reached over HTTP: the sealed site and, below /digest, the subscriptions. */
export function createApp({
  service,
  site,
  headers,
  mailFolder,
  showsMail,
  bounceSecret,
  log,
  requestsAMinute = REQUESTS_A_MINUTE,
}: AppOptions): Hono {
  const app = new Hono();

  app.use("*", async (context, next) => {
    const id = randomUUID();
    const since = performance.now();
    context.header("X-Request-Id", id);
    await next();
    for (const [name, value] of Object.entries(headers))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    if (context.req.path.startsWith("/digest") || context.res.status >= 400) {
      log({
        id,
        method: context.req.method,
        route: context.req.routePath,
        status: context.res.status,
        ms: Math.round(performance.now() - since),
      });
    }
  });

  const lets = createThrottle(requestsAMinute);
  for (const path of ["/digest/*", "/privacy"])
    app.use(path, async (context, next) => {
      // The forms that take an address keep their one answer; what is over the limit is dropped
      // there.
      const isForm = context.req.method === "POST" && ADDRESS_FORMS.has(context.req.path);
      // Providers post for all their users from one network, after an edition all at once (RFC
      // 8058).
      const isOneClick =
        context.req.method === "POST" && context.req.path.startsWith("/digest/unsubscribe/");
      // Reports come from one mail server, in bursts, with a secret of their own.
      const isReport = context.req.path === "/digest/bounces";
      if (isForm || isOneClick || isReport || lets(networkOfRequest(context), service.now()))
        return next();
      context.header("Retry-After", "60");
      return context.text("Too many requests from this network. Try again in a minute.\n", 429);
    });

  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", async (context) => {
    const isReady = await sql`SELECT 1`.execute(service.db).then(
      () => true,
      () => false,
    );
    return isReady ? context.text("ready\n") : context.text("the database does not answer\n", 503);
  });

  app.get("/digest/style.css", (context) =>
    context.body(STYLE_SHEET, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    }),
  );
  app.route("/digest/editions", editionRoutes(service));
  app.route("/digest/bounces", bounceRoutes(service, bounceSecret, log));
  app.route("/digest/next", nextRoutes(service));
  for (const path of ["/privacy", "/digest/privacy"])
    app.get(path, async (context) => context.html(privacyPage(await service.readCv())));
  app.route("/digest", subscribeRoutes(service, requestsAMinute));
  app.route("/digest", linkRoutes(service));
  app.route("/digest", manageRoutes(service, mailFolder));
  if (mailFolder !== undefined && showsMail) {
    app.route("/dev/mail", devMailRoutes(mailFolder, service.name));
    app.route("/dev/preview", devPreviewRoutes(service));
  }

  app.route("/", siteRoutes(site));

  app.notFound(async (context) => {
    const page = await readFile(join(site, "404.html"), "utf8").catch(() =>
      renderPage({
        name: service.name,
        title: "There is no such page",
        children: (
          <Row label="What to do">
            <p>
              <a href="/">The first page</a>
            </p>
          </Row>
        ),
      }),
    );
    return context.html(page, 404);
  });

  app.onError((error, context) => {
    log({
      id: context.res.headers.get("X-Request-Id"),
      error: error.name,
      route: context.req.routePath,
    });
    return context.html(
      renderPage({
        name: service.name,
        title: "Something went wrong here",
        children: (
          <Row label="What to do">
            <p>Nothing was changed. Try again in a moment.</p>
          </Row>
        ),
      }),
      500,
    );
  });

  return app;
}
