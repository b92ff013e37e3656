import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { headersFor, parseHeadersFile } from "./headers-file.ts";

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * The sealed site as a static host hands it out, packed where that is understood, with the types
 * and headers of its own `_headers` file, which is no page itself.
 */
export function siteRoutes(site: string): Hono {
  const rules = parseHeadersFile(readOrNothing(join(site, "_headers")));
  const routes = new Hono();
  routes.get("/_headers", (context) => context.notFound());
  routes.get("*", async (context, next) => {
    await next();
    if (!context.res.ok) return;
    // Not in serveStatic's onFound, which comes too late for a header.
    context.res.headers.set("Cache-Control", "public, max-age=300, must-revalidate");
    for (const [name, value] of headersFor(rules, context.req.path))
      context.res.headers.set(name, value);
  });
  routes.get("*", serveStatic({ root: site, precompressed: true }));
  return routes;
}
