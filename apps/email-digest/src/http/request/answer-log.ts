import type { MiddlewareHandler } from "hono";
import { randomUUID } from "node:crypto";

/** Takes one line a request: method, route, status, milliseconds. Never an address or a token. */
export type Log = (line: object) => void;

/**
 * Gives every answer an id and the site's headers, and writes a line about those of the service and
 * those that failed.
 * @param headers as the seal wrote them
 */
export function answerWith(headers: Record<string, string>, log: Log): MiddlewareHandler {
  return async (context, next) => {
    const id = randomUUID();
    const since = performance.now();
    context.header("X-Request-Id", id);
    await next();
    for (const [name, value] of Object.entries(headers))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    const { method, path, routePath } = context.req;
    const { status } = context.res;
    if (path.startsWith("/digest") || status >= 400)
      log({ id, method, route: routePath, status, ms: Math.round(performance.now() - since) });
  };
}
