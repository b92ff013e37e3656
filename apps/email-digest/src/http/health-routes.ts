import { Hono } from "hono";
import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";

/** Whether the process runs, and whether its database answers; for whoever watches it. */
export function healthRoutes(db: Db): Hono {
  const routes = new Hono();
  routes.get("/healthz", (context) => context.text("ok\n"));
  routes.get("/readyz", async (context) => {
    const isReady = await sql`SELECT 1`.execute(db).then(
      () => true,
      () => false,
    );
    return isReady ? context.text("ready\n") : context.text("the database does not answer\n", 503);
  });
  return routes;
}
