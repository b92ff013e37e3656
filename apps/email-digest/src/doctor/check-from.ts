import { getDomain } from "tldts";
import { domainOf } from "../addresses/email-address.ts";
import { fail, type Diagnosis, ok, warn } from "../mail/lint/diagnosis.ts";
import { lookUp, type Resolver } from "./resolver.ts";
import type { SenderIdentity } from "./sender-identity.ts";

/** Names that no mail can come from (RFC 2606, RFC 6761). */
const RESERVED = /(^|\.)(localhost|localdomain|local|example|invalid|test|example\.(com|net|org))$/;

/** The addresses that readers see. */
export function checkFrom({ from, confirmFrom }: SenderIdentity): Diagnosis {
  const rule = "from-rules";
  const [domain, confirmDomain] = [domainOf(from), domainOf(confirmFrom)];
  if (RESERVED.test(domain))
    return fail(
      rule,
      `the digest would come from ${from}, a name for examples`,
      "Set MAIL_FROM to an address of your own domain.",
    );
  if (from.toLowerCase() === confirmFrom.toLowerCase())
    return warn(
      rule,
      `digest and confirmation both come from ${from}`,
      "Set CONFIRM_FROM to another address of the domain: Gmail wants the two apart.",
    );
  if (getDomain(domain) !== getDomain(confirmDomain))
    return warn(
      rule,
      `digest from ${domain}, confirmation from ${confirmDomain}`,
      "Use one domain: readers take the second one for a stranger.",
    );
  return ok(rule, `digest from ${from}, confirmation from ${confirmFrom}`);
}

/** Whether answers and reports find their way back. */
export async function checkReturn(
  resolver: Resolver,
  { returnDomain, readsReports }: SenderIdentity,
): Promise<Diagnosis> {
  const rule = "return-path";
  const answers = [
    await lookUp(resolver, returnDomain, "MX"),
    await lookUp(resolver, returnDomain, "A"),
  ];
  if (answers.some(({ kind }) => kind === "found") && !readsReports)
    return warn(
      rule,
      "bounces go to the From address, and nobody reads them here",
      "Set BOUNCE_ADDRESS, and hand what arrives there to: digest bounces collect, or bounces " +
        "read.",
    );
  if (answers.some(({ kind }) => kind === "found"))
    return ok(rule, `${returnDomain} can receive mail`);
  if (answers.some(({ kind }) => kind === "unreachable"))
    return warn(rule, `${returnDomain} could not be asked`, "Try again later.");
  return fail(
    rule,
    `${returnDomain} cannot receive mail: no MX, no A record`,
    "Add an MX record, or bounces are lost and some servers refuse the sender.",
  );
}
