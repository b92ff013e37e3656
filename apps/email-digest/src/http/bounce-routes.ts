import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { describeOutcome } from "../bounce/collect-reports.ts";
import { readReport } from "../bounce/read-report.ts";
import { recordReport } from "../bounce/record-report.ts";
import type { WebService } from "../service.ts";
import { isBearer } from "./request/bearer.ts";

/**
 * A report holds the message that came back, which stays below 102,400 bytes; twice that, encoded,
 * is plenty.
 */
const LONGEST_REPORT = 512 * 1_024;

/**
 * Takes reports of mail servers and providers, for whoever knows the secret. Without a secret there
 * is no such address.
 * @param log takes what became of each report: nobody else may look at the answer
 */
export function bounceRoutes(
  { db, secret, now }: WebService,
  bounceSecret: string | undefined,
  log: (line: object) => void,
): Hono {
  const routes = new Hono();
  if (bounceSecret === undefined) return routes;
  routes.post(
    "/",
    async (context, next) => {
      context.header("Cache-Control", "no-store");
      if (!isBearer(bounceSecret, context)) {
        context.header("WWW-Authenticate", "Bearer");
        return context.json({ error: "Send BOUNCE_SECRET as a bearer token." }, 401);
      }
      return next();
    },
    bodyLimit({
      maxSize: LONGEST_REPORT,
      onError: (context) => context.json({ error: `At most ${LONGEST_REPORT} bytes.` }, 413),
    }),
    async (context) => {
      const source = Buffer.from(await context.req.arrayBuffer());
      const outcome = await recordReport(db, secret, await readReport(source), now());
      log({ report: describeOutcome(outcome) });
      return context.json(outcome);
    },
  );
  return routes;
}
