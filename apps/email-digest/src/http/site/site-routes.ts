import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Served } from "../request/below-path.ts";
import { answerIfRangeWhole, tagFile } from "./entity-tag.ts";
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
 * and headers of its own `_headers` file, which is no page itself. Who has it already is told so.
 */
export function siteRoutes(site: string, base: string): Hono<Served> {
  const rules = parseHeadersFile(readOrNothing(join(site, "_headers")));
  const routes = new Hono<Served>();
  routes.get("/_headers", (context) => context.notFound());
  routes.get("*", etag(), answerIfRangeWhole, async (context, next) => {
    await next();
    const file = context.get("file");
    if (!context.res.ok || file === undefined) return;
    // A part of a file must have the tag of the whole, so that `etag` cannot make it.
    context.res.headers.set("ETag", await tagFile(file));
    // The time of a file is that of its publication, not of its content's last change.
    context.res.headers.delete("Last-Modified");
    // Not in serveStatic's onFound, which comes too late for a header.
    context.res.headers.set("Cache-Control", "public, max-age=300, must-revalidate");
    for (const [name, value] of headersFor(rules, `${base}${context.req.path}`))
      context.res.headers.set(name, value);
  });
  routes.get(
    "*",
    serveStatic<Served>({
      root: site,
      precompressed: true,
      onFound: (path, context) => context.set("file", path),
    }),
  );
  return routes;
}
