import type { Hono } from "hono";
import type { Served } from "./below-path.ts";

/**
 * Pages of the site end in a slash, those of the service do not: who adds one by habit is led to
 * the page, whatever the method. For the routes that the app has so far.
 */
export function leadFromSlash(app: Hono<Served>): void {
  const paths = new Set(app.routes.map(({ path }) => path));
  for (const path of paths)
    if (!path.endsWith("/") && !path.includes("*"))
      app.all(`${path}/`, (context) => {
        const { pathname, search } = new URL(context.req.url);
        return context.redirect(`${pathname.replace(/\/+$/, "")}${search}`, 308);
      });
}
