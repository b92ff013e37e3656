import { Hono, type MiddlewareHandler } from "hono";

/** Set where the answer is a file of the site, whose addresses are right already. */
export interface Served {
  Variables: { file?: string };
}

const HOLDING = /(\s(?:href|src|action)=")\/(?!\/)/g;
const IN_STYLES = /(url\(["']?)\/(?!\/)/g;

/**
 * Pages, style sheets and redirects of the service are written for a root; here their addresses
 * become those below the path at which it is reached.
 */
function moveAnswers(base: string): MiddlewareHandler<Served> {
  return async (context, next) => {
    await next();
    const { res } = context;
    const to = res.headers.get("Location");
    if (to?.startsWith("/") === true) res.headers.set("Location", `${base}${to}`);
    const type = res.headers.get("Content-Type") ?? "";
    if (context.get("file") !== undefined || !/^text\/(html|css)/.test(type)) return;
    const text = await res.text();
    const pattern = type.startsWith("text/html") ? HOLDING : IN_STYLES;
    context.res = new Response(text.replaceAll(pattern, `$1${base}/`), res);
  };
}

/**
 * An app that is reached below a path, as its own public address says. Whoever asks for the root is
 * led there; whoever watches the service asks at the root.
 * @param base see `basePath` of the schema
 * @param build adds the routes, as at a root
 */
export function belowPath(base: string, build: (app: Hono<Served>) => void): Hono<Served> {
  const app = new Hono<Served>();
  if (base !== "") app.use("*", moveAnswers(base));
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
