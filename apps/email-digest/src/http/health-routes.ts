import { Hono } from "hono";
import { sql } from "kysely";
import type { Watched } from "../alarm/alarm.ts";
import { formatMetrics } from "../alarm/format-metrics.ts";
import { readMetrics } from "../alarm/read-metrics.ts";
import { countWorkers } from "../delivery/count-workers.ts";
import { isBearer } from "./request/bearer.ts";

/** Why mail does not leave at all, in words for whoever watches; undefined where it may. */
async function findOutage({ db }: Watched): Promise<string | undefined> {
  try {
    await sql`SELECT 1`.execute(db);
    return (await countWorkers(db)) === 0 ? "no worker runs" : undefined;
  } catch {
    return "the database does not answer";
  }
}

export interface HealthOptions {
  watched: () => Watched;
  /** What a reader of the numbers must know; undefined where nobody needs to. */
  metricsToken: string | undefined;
  /** Whether the numbers are handed out at all. */
  showsMetrics: boolean;
}

/**
 * Whether the process runs; whether database and worker do; and numbers in Prometheus' text format.
 */
export function healthRoutes({ watched, metricsToken, showsMetrics }: HealthOptions): Hono {
  const routes = new Hono();
  routes.get("/healthz", (context) => context.text("ok\n"));
  routes.get("/readyz", async (context) => {
    const outage = await findOutage(watched());
    return outage === undefined ? context.text("ready\n") : context.text(`${outage}\n`, 503);
  });
  if (!showsMetrics) return routes;
  routes.get("/metrics", async (context) => {
    context.header("Cache-Control", "no-store");
    if (metricsToken !== undefined && !isBearer(metricsToken, context)) {
      context.header("WWW-Authenticate", "Bearer");
      return context.text("Send METRICS_TOKEN as a bearer token.\n", 401);
    }
    const text = formatMetrics(await readMetrics(watched()));
    return context.body(text, 200, { "Content-Type": "text/plain; version=0.0.4" });
  });
  return routes;
}
