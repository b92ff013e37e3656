import { spf } from "mailauth/lib/spf/index.js";
import { fail, type Diagnosis, ok, warn } from "../mail/lint/diagnosis.ts";
import { lookUp, type Resolver } from "./resolver.ts";
import type { SenderIdentity } from "./sender-identity.ts";

/** Whether a message can pass SPF for the domain of its return path. */
export interface SpfCheck {
  diagnosis: Diagnosis;
  canPass: "yes" | "no" | "unknown";
}

const RULE = "spf";
const PATIENCE_MS = 10_000;

interface Result {
  ip: string;
  result: string;
}

const failing = (found: string, remedy: string): SpfCheck => ({
  diagnosis: fail(RULE, found, remedy),
  canPass: "no",
});
const open = (found: string, remedy: string): SpfCheck => ({
  diagnosis: warn(RULE, found, remedy),
  canPass: "unknown",
});

/** The record of a domain, or why there is none that counts. */
async function findRecord(
  resolver: Resolver,
  { returnDomain, relay }: SenderIdentity,
): Promise<string | SpfCheck> {
  const answer = await lookUp(resolver, returnDomain, "TXT");
  if (answer.kind === "unreachable")
    return open(`${returnDomain} could not be asked (${answer.reason})`, "Try again later.");
  const records =
    answer.kind === "found" ? answer.values.filter((value) => /^v=spf1( |$)/i.test(value)) : [];
  const include = relay === undefined ? "a" : `a:${relay.host}`;
  const [record] = records;
  if (record === undefined)
    return failing(
      `${returnDomain} has no SPF record`,
      `Add a TXT record at ${returnDomain}, for example: v=spf1 ${include} -all`,
    );
  if (records.length > 1)
    return failing(
      `${returnDomain} has ${records.length} SPF records, and then none counts`,
      "Put them together into one (RFC 7208, 3.2).",
    );
  return record;
}

async function evaluate(
  resolver: Resolver,
  { returnPath, returnDomain }: SenderIdentity,
  ip: string,
): Promise<Result> {
  const { status } = await spf({
    sender: returnPath,
    ip,
    helo: returnDomain,
    mta: returnDomain,
    resolver,
    maxElapsedTime: PATIENCE_MS,
  });
  return { ip, result: status.result };
}

/** What the record says of the addresses that mail may leave from. */
function judge(
  { returnDomain, sendingIp }: SenderIdentity,
  record: string,
  results: readonly Result[],
): SpfCheck {
  const bad = results.filter(({ result }) => result !== "pass");
  if (bad.length === 0) {
    const addresses = results.map(({ ip }) => ip).join(", ");
    return {
      diagnosis: ok(RULE, `${returnDomain} allows ${addresses}: ${record}`),
      canPass: "yes",
    };
  }
  if (bad.some(({ result }) => result === "permerror"))
    return failing(
      `${returnDomain}: ${record} cannot be evaluated`,
      "Correct it; more than ten look-ups are not followed (RFC 7208, 4.6.4).",
    );
  const list = bad.map(({ ip, result }) => `${ip} (${result})`).join(", ");
  // A relay may send from another address than the one it takes mail at; only a declared address is
  // certain.
  const isCertain = sendingIp !== undefined && bad.every(({ result }) => result !== "temperror");
  const { diagnosis } = failing(
    `${returnDomain}: ${record} does not pass ${list}`,
    "Add it: ip4:, ip6: or include: of your mail provider. Set SENDING_IP if mail leaves from " +
      "another address.",
  );
  return { diagnosis, canPass: isCertain ? "no" : "unknown" };
}

/** SPF of the return path's domain, for each address that mail may leave from (RFC 7208). */
export async function checkSpf(
  resolver: Resolver,
  sender: SenderIdentity,
  addresses: readonly string[],
): Promise<SpfCheck> {
  const record = await findRecord(resolver, sender);
  if (typeof record !== "string") return record;
  if (addresses.length === 0)
    return open(
      `${sender.returnDomain}: ${record}; whether it names the address that mail leaves from ` +
        "is not known",
      "Set SENDING_IP to that address.",
    );
  const results = await Promise.all(addresses.map((ip) => evaluate(resolver, sender, ip)));
  return judge(sender, record, results);
}
