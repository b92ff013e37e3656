import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { networkOf } from "../../subscribers/sign-up/network.ts";

/**
 * The network a request comes from; `unknown` for one that came over no connection, as in tests.
 */
export function networkOfRequest(context: Context): string {
  let remote: string | undefined;
  try {
    remote = getConnInfo(context).remote.address;
  } catch {
    remote = undefined;
  }
  return networkOf(remote, context.req.header("X-Forwarded-For"));
}
