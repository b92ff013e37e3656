import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { createServer } from "node:http";

/** A server that takes requests. */
export interface Listening {
  /** The one that was asked for, or the one that the system chose for 0. */
  port: number;
  /** Takes no further request; `finish` resolves when those under way are answered or cut off. */
  stop(): { finish(): Promise<void> };
}

/** Rejects with what the system says of the port. */
export async function listen(
  app: Pick<Hono, "fetch">,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = serve({
    fetch: app.fetch,
    port,
    hostname: host,
    createServer,
    autoCleanupIncoming: true,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      return {
        finish: () => {
          if ("closeAllConnections" in server) server.closeAllConnections();
          return closed;
        },
      };
    },
  };
}
