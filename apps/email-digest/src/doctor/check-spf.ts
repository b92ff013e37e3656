import { spf } from "mailauth/lib/spf/index.js";
import { fail, type Finding, ok, warn } from "../mail/lint/finding.ts";
import { lookUp, type Resolver } from "./resolver.ts";
import type { SenderIdentity } from "./sender-identity.ts";

/** Whether a mail can pass SPF for the domain of its return path. */
export interface SpfCheck {
  finding: Finding;
  canPass: "yes" | "no" | "unknown";
}

const RULE = "spf";
const PATIENCE_MS = 10_000;

/** SPF of the return path's domain, for each address that mail may leave from (RFC 7208). */
export async function checkSpf(
  resolver: Resolver,
  { returnPath, returnDomain, relay, sendingIp }: SenderIdentity,
  addresses: readonly string[],
): Promise<SpfCheck> {
  const answer = await lookUp(resolver, returnDomain, "TXT");
  if (answer.kind === "unreachable")
    return {
      finding: warn(
        RULE,
        `${returnDomain} could not be asked (${answer.reason})`,
        "Try again later.",
      ),
      canPass: "unknown",
    };
  const records =
    answer.kind === "found" ? answer.values.filter((value) => /^v=spf1( |$)/i.test(value)) : [];
  const include = relay === undefined ? "a" : `a:${relay.host}`;
  if (records.length === 0)
    return {
      finding: fail(
        RULE,
        `${returnDomain} has no SPF record`,
        `Add a TXT record at ${returnDomain}, for example: v=spf1 ${include} -all`,
      ),
      canPass: "no",
    };
  if (records.length > 1)
    return {
      finding: fail(
        RULE,
        `${returnDomain} has ${records.length} SPF records, and then none counts`,
        "Put them together into one (RFC 7208, 3.2).",
      ),
      canPass: "no",
    };
  const [record = ""] = records;
  if (addresses.length === 0)
    return {
      finding: warn(
        RULE,
        `${returnDomain}: ${record}; whether it names the address that mail leaves from is not known`,
        "Set SENDING_IP to that address.",
      ),
      canPass: "unknown",
    };
  const results = await Promise.all(
    addresses.map(async (ip) => {
      const { status } = await spf({
        sender: returnPath,
        ip,
        helo: returnDomain,
        mta: returnDomain,
        resolver,
        maxElapsedTime: PATIENCE_MS,
      });
      return { ip, result: status.result };
    }),
  );
  const bad = results.filter(({ result }) => result !== "pass");
  if (bad.length === 0)
    return {
      finding: ok(RULE, `${returnDomain} allows ${addresses.join(", ")}: ${record}`),
      canPass: "yes",
    };
  const broken = bad.find(({ result }) => result === "permerror");
  if (broken !== undefined)
    return {
      finding: fail(
        RULE,
        `${returnDomain}: ${record} cannot be evaluated`,
        "Correct it; more than ten look-ups are not followed (RFC 7208, 4.6.4).",
      ),
      canPass: "no",
    };
  const list = bad.map(({ ip, result }) => `${ip} (${result})`).join(", ");
  // A relay may send from another address than the one it takes mail at; only a declared address is
  // certain.
  const isCertain = sendingIp !== undefined && bad.every(({ result }) => result !== "temperror");
  return {
    finding: fail(
      RULE,
      `${returnDomain}: ${record} does not pass ${list}`,
      `Add it: ip4:, ip6: or include: of your mail provider. Set SENDING_IP if mail leaves from another address.`,
    ),
    canPass: isCertain ? "no" : "unknown",
  };
}
