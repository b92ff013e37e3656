import type { HonoRequest, MiddlewareHandler } from "hono";
import { networkOfRequest } from "./remote.ts";
import { createThrottle } from "./throttle.ts";
import { language } from "../../words.ts";

/** Whether a request has a limit of its own, or must be let in whatever its network has asked. */
function isExempt({ method, path }: HonoRequest, forms: ReadonlySet<string>): boolean {
  // The forms that take an address keep their one answer; what is over the limit is dropped there.
  const isForm = method === "POST" && forms.has(path);
  // Providers post for all their users from one network, after an edition all at once (RFC 8058).
  const isOneClick = method === "POST" && path.startsWith("/digest/unsubscribe/");
  // Reports come from one mail server, in bursts, with a secret of their own.
  return isForm || isOneClick || path === "/digest/bounces";
}

/**
 * Lets each network send so many requests a minute.
 * @param forms paths that take addresses
 */
export function limitRequests(
  aMinute: number,
  forms: ReadonlySet<string>,
  now: () => Date,
): MiddlewareHandler {
  const lets = createThrottle(aMinute);
  return async (context, next) => {
    if (isExempt(context.req, forms) || lets(networkOfRequest(context), now())) return next();
    context.header("Retry-After", "60");
    return context.text(`${language.service.tooMany}\n`, 429);
  };
}
