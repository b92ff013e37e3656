import { basePath } from "@triptych/schema";
import { Hono, type MiddlewareHandler } from "hono";
import type { Addresses } from "../../addresses/page-addresses.ts";

/** Set where the answer is a file of the site, whose addresses are right already. */
export interface Served {
  Variables: { file?: string };
}

/** Where the service is reached, and where the site is. */
type Place = Pick<Addresses, "base" | "site">;

const HOLDING = /(\s(?:href|src|action)=")\/(?!\/)/g;
const IN_STYLES = /(url\(["']?)\/(?!\/)/g;
/** Links that a reader follows to the site. */
const TO_THE_SITE = /(<a\s[^>]*?href=")\/(?!\/|digest\/(?!")|dev\/|privacy)/g;

function moveAddresses(text: string, { base, site }: Place, isPage: boolean): string {
  const path = `$1${basePath(base)}/`;
  if (!isPage) return text.replaceAll(IN_STYLES, path);
  const page = site === base ? text : text.replaceAll(TO_THE_SITE, `$1${site}/`);
  return page.replaceAll(HOLDING, path);
}

/**
 * Pages, style sheets and redirects of the service are written for a root, and for one that has the
 * site too; here their addresses become those at which both are reached.
 */
function moveAnswers(place: Place): MiddlewareHandler<Served> {
  return async (context, next) => {
    await next();
    const { res } = context;
    const to = res.headers.get("Location");
    if (to?.startsWith("/") === true) res.headers.set("Location", `${basePath(place.base)}${to}`);
    const type = res.headers.get("Content-Type") ?? "";
    if (context.get("file") !== undefined || !/^text\/(html|css)/.test(type)) return;
    const moved = moveAddresses(await res.text(), place, type.startsWith("text/html"));
    context.res = new Response(moved, res);
  };
}

/**
 * An app that is reached below a path, as its own public address says. Whoever asks for the root is
 * led there; whoever watches the service asks at the root.
 * @param build adds the routes, as at a root
 */
export function belowPath(place: Place, build: (app: Hono<Served>) => void): Hono<Served> {
  const base = basePath(place.base);
  const app = new Hono<Served>();
  if (base !== "" || place.site !== place.base) app.use("*", moveAnswers(place));
  build(app);
  if (base === "") return app;
  const outer = new Hono<Served>();
  outer.all("*", ({ req, env, redirect, notFound }) => {
    const url = new URL(req.url);
    if (/^\/(healthz|readyz|metrics)$/.test(url.pathname)) return app.fetch(req.raw, env);
    if (url.pathname === "/" || url.pathname === base) return redirect(`${base}/`, 302);
    if (!url.pathname.startsWith(`${base}/`)) return notFound();
    url.pathname = url.pathname.slice(base.length);
    return app.fetch(new Request(url, req.raw), env);
  });
  return outer;
}
