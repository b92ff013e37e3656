import { evaluateDmarc } from "mailauth/lib/dmarc/index.js";
import { getDomain } from "tldts";
import { domainOf } from "../addresses/email-address.ts";
import { fail, type Diagnosis, ok, warn } from "../mail/lint/diagnosis.ts";
import type { DkimCheck } from "./check-dkim.ts";
import type { SpfCheck } from "./check-spf.ts";
import type { Resolver } from "./resolver.ts";
import type { SenderIdentity } from "./sender-identity.ts";

export type Alignment = "can-pass" | "cannot-pass" | "unknown";

/**
 * Whether a domain speaks for the From address, under the domain's own DMARC record where there is
 * one.
 */
async function isAligned(
  resolver: Resolver,
  from: string,
  by: { spfDomains: string[] } | { dkimDomains: { domain: string }[] },
  domain: string,
): Promise<boolean> {
  const { response } = await evaluateDmarc({ headerFrom: from, fromFields: 1, resolver, ...by });
  if (response !== false && ["pass", "fail"].includes(response.status.result))
    return response.status.result === "pass";
  // Without a record nobody asks for alignment yet; what the relaxed rule would say is known all
  // the same.
  const own = domainOf(from);
  return domain === own || (getDomain(domain) ?? domain) === (getDomain(own) ?? own);
}

/** The DMARC record of the domain that subscribers see. */
async function checkRecord(resolver: Resolver, from: string, domain: string): Promise<Diagnosis> {
  const rule = "dmarc";
  const { response } = await evaluateDmarc({ headerFrom: from, fromFields: 1, resolver });
  if (response === false)
    return fail(
      rule,
      `${from} has no domain that DMARC could speak for`,
      "Set MAIL_FROM to one address.",
    );
  if (response.status.result === "temperror")
    return warn(rule, `_dmarc.${domain} could not be asked`, "Try again later.");
  if (response.status.result === "none")
    return warn(
      rule,
      `${domain} has no DMARC record`,
      `Add a TXT record at _dmarc.${domain}: v=DMARC1; p=none; rua=mailto:you@${domain}`,
    );
  return ok(rule, `${response.policyDomain ?? domain}: p=${response.p}`);
}

/** A way to vouch for the From address, and whether it can and does. */
interface Way {
  name: "DKIM" | "SPF";
  domain: string;
  canPass: "yes" | "no" | "unknown";
  isAligned: boolean;
}

async function judgeWays(
  resolver: Resolver,
  { from, returnDomain, signing }: SenderIdentity,
  spf: SpfCheck,
  dkim: DkimCheck,
): Promise<Way[]> {
  const signer = signing.kind === "none" ? domainOf(from) : signing.domain;
  const [dkimAligned, spfAligned] = await Promise.all([
    isAligned(resolver, from, { dkimDomains: [{ domain: signer }] }, signer),
    isAligned(resolver, from, { spfDomains: [returnDomain] }, returnDomain),
  ]);
  return [
    { name: "DKIM", domain: signer, canPass: dkim.canPass, isAligned: dkimAligned },
    { name: "SPF", domain: returnDomain, canPass: spf.canPass, isAligned: spfAligned },
  ];
}

function judge(
  ways: readonly Way[],
  domain: string,
): { diagnosis: Diagnosis; alignment: Alignment } {
  const rule = "alignment";
  const aligned = (canPass: Way["canPass"]) =>
    ways.filter((way) => way.isAligned && way.canPass === canPass);
  const passing = aligned("yes").map((way) => `${way.name} of ${way.domain}`);
  if (passing.length > 0)
    return {
      diagnosis: ok(rule, `${domain} is vouched for by ${passing.join(" and ")}`),
      alignment: "can-pass",
    };
  const open = aligned("unknown").map(({ name }) => name);
  if (open.length > 0)
    return {
      diagnosis: warn(
        rule,
        `nothing vouches for ${domain} for certain; ${open.join(" and ")} may`,
        "See what is said about it.",
      ),
      alignment: "unknown",
    };
  const strangers = ways
    .filter((way) => !way.isAligned)
    .map((way) => `${way.name} speaks for ${way.domain}`);
  const why = strangers.length === 0 ? "" : `; ${strangers.join(", ")}`;
  return {
    diagnosis: fail(
      rule,
      `neither DKIM nor SPF can vouch for ${domain}${why}`,
      "Put one of the two right, best DKIM: large providers refuse mail that nothing vouches for.",
    ),
    alignment: "cannot-pass",
  };
}

/**
 * DMARC: the record, and whether SPF or DKIM can pass for the very domain that subscribers see (RFC
 * 9989).
 */
export async function checkAlignment(
  resolver: Resolver,
  sender: SenderIdentity,
  spf: SpfCheck,
  dkim: DkimCheck,
): Promise<{ diagnoses: Diagnosis[]; alignment: Alignment }> {
  const domain = domainOf(sender.from);
  const record = await checkRecord(resolver, sender.from, domain);
  const { diagnosis, alignment } = judge(await judgeWays(resolver, sender, spf, dkim), domain);
  return { diagnoses: [record, diagnosis], alignment };
}
