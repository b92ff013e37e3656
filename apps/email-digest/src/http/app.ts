import { basePath } from "@triptych/schema";
import { Hono } from "hono";
import type { WebService } from "../service.ts";
import { editionRoutes } from "./archive/edition-routes.ts";
import { nextRoutes } from "./archive/next-routes.tsx";
import { bounceRoutes } from "./bounce-routes.ts";
import { devMailRoutes } from "./dev/dev-mail-routes.tsx";
import { devPreviewRoutes } from "./dev/dev-preview-routes.tsx";
import { readMissingPage, renderBrokenPage } from "./fault-pages.tsx";
import { STYLE_SHEET } from "./page/style-sheet.ts";
import { privacyPage } from "./privacy-page.tsx";
import { answerWith, type Log } from "./request/answer-log.ts";
import { belowPath, type Served } from "./request/below-path.ts";
import { limitRequests } from "./request/limit-requests.ts";
import { leadFromSlash } from "./request/trailing-slash.ts";
import { siteRoutes } from "./site/site-routes.ts";
import { healthRoutes } from "./health-routes.ts";
import { linkRoutes } from "./subscription/link-routes.ts";
import { manageRoutes } from "./subscription/manage-routes.ts";
import { ADDRESS_FORMS, subscribeRoutes } from "./subscription/subscribe-routes.ts";

/**
 * Requests to the service's own pages from one network. An audience that subscribes from one hall
 * stays below.
 */
const REQUESTS_A_MINUTE = 1_200;

export interface AppOptions {
  service: WebService;
  /** Whether there is a digest: without one, the site alone is handed out. */
  hasDigest: boolean;
  /** Folder of the sealed site. */
  site: string;
  /** Headers of every answer, as the seal wrote them. */
  headers: Record<string, string>;
  /** Folder of messages written instead of sent; undefined when there is a mail server. */
  mailFolder: string | undefined;
  /** Where the installation keeps its files. */
  stateFolder: string;
  /** What a reader of /metrics must know; undefined where only this machine reads it. */
  metricsToken: string | undefined;
  /** Whether those messages, which are to others, can be read over HTTP. */
  showsMail: boolean;
  /** What whoever hands in reports of mail servers must know; undefined where nobody may. */
  bounceSecret: string | undefined;
  log: Log;
  /**
   * Requests to the service's own pages that one network may send; left out, what is enough for a
   * full lecture hall.
   */
  requestsAMinute?: number;
}

/** The pages of subscriptions and editions, below /digest. */
function digestRoutes(options: AppOptions, requestsAMinute: number): Hono {
  const { service, bounceSecret, mailFolder, log } = options;
  const routes = new Hono();
  routes.get("/style.css", (context) =>
    context.body(STYLE_SHEET, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    }),
  );
  routes.route("/editions", editionRoutes(service));
  routes.route("/bounces", bounceRoutes(service, bounceSecret, log));
  routes.route("/next", nextRoutes(service));
  routes.get("/privacy", async (context) => context.html(privacyPage(await service.readCv())));
  routes.route("/", subscribeRoutes(service, requestsAMinute));
  routes.route("/", linkRoutes(service));
  routes.route("/", manageRoutes(service, mailFolder));
  return routes;
}

/** Everything that is reached over HTTP: the sealed site and, below /digest, the subscriptions. */
export function createApp(options: AppOptions): Hono<Served> {
  const { service, site, mailFolder, log, requestsAMinute = REQUESTS_A_MINUTE } = options;
  const { name, now } = service;
  const base = basePath(service.addresses.base);
  return belowPath(service.addresses, (app) => {
    app.use("*", answerWith(options.headers, log));
    const limited = limitRequests(requestsAMinute, ADDRESS_FORMS, now);
    for (const path of ["/digest/*", "/privacy"]) app.use(path, limited);

    app.route(
      "/",
      healthRoutes({
        watched: () => ({ db: service.db, now: now(), stateFolder: options.stateFolder }),
        metricsToken: options.metricsToken,
        showsMetrics: options.showsMail || options.metricsToken !== undefined,
      }),
    );
    if (options.hasDigest) app.route("/digest", digestRoutes(options, requestsAMinute));
    if (options.hasDigest)
      app.get("/privacy", async (context) => context.html(privacyPage(await service.readCv())));
    if (mailFolder !== undefined && options.showsMail) {
      app.route("/dev/mail", devMailRoutes(mailFolder, name));
      app.route("/dev/preview", devPreviewRoutes(service));
    }
    leadFromSlash(app);
    app.route("/", siteRoutes(site, base));

    app.notFound(async (context) => {
      const missing = await readMissingPage(site, name);
      if (missing.isOfSite) context.set("file", "404.html");
      return context.html(missing.html, 404);
    });
    app.onError((error, context) => {
      const id = context.res.headers.get("X-Request-Id");
      log({ id, error: error.name, route: context.req.routePath });
      return context.html(renderBrokenPage(name), 500);
    });
  });
}
