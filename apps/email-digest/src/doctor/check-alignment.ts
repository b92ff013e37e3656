import { evaluateDmarc } from "mailauth/lib/dmarc/index.js";
import { getDomain } from "tldts";
import { domainOf } from "../addresses/email-address.ts";
import { fail, type Finding, ok, warn } from "../mail/lint/finding.ts";
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

/**
 * DMARC: the record, and whether SPF or DKIM can pass for the very domain that readers see (RFC
 * 9989).
 */
export async function checkAlignment(
  resolver: Resolver,
  sender: SenderIdentity,
  spf: SpfCheck,
  dkim: DkimCheck,
): Promise<{ findings: Finding[]; alignment: Alignment }> {
  const { from, returnDomain, signing } = sender;
  const domain = domainOf(from);
  const { response } = await evaluateDmarc({ headerFrom: from, fromFields: 1, resolver });
  const advice = `Add a TXT record at _dmarc.${domain}: v=DMARC1; p=none; rua=mailto:you@${domain}`;
  let record: Finding;
  if (response === false)
    record = fail(
      "dmarc",
      `${from} has no domain that DMARC could speak for`,
      "Set MAIL_FROM to one address.",
    );
  else if (response.status.result === "temperror")
    record = warn("dmarc", `_dmarc.${domain} could not be asked`, "Try again later.");
  else if (response.status.result === "none")
    record = warn("dmarc", `${domain} has no DMARC record`, advice);
  else record = ok("dmarc", `${response.policyDomain ?? domain}: p=${response.p}`);

  const ways = [
    {
      name: "DKIM",
      domain: signing.kind === "none" ? domain : signing.domain,
      canPass: dkim.canPass,
      by: { dkimDomains: [{ domain: signing.kind === "none" ? domain : signing.domain }] },
    },
    { name: "SPF", domain: returnDomain, canPass: spf.canPass, by: { spfDomains: [returnDomain] } },
  ];
  const judged = await Promise.all(
    ways.map(async (way) => ({
      ...way,
      isAligned: await isAligned(resolver, from, way.by, way.domain),
    })),
  );
  const passing = judged.filter(({ canPass, isAligned: aligned }) => canPass === "yes" && aligned);
  if (passing.length > 0) {
    const names = passing.map(({ name, domain: by }) => `${name} of ${by}`).join(" and ");
    return {
      findings: [record, ok("alignment", `${domain} is vouched for by ${names}`)],
      alignment: "can-pass",
    };
  }
  const open = judged.filter(({ canPass, isAligned: aligned }) => canPass === "unknown" && aligned);
  if (open.length > 0) {
    const names = open.map(({ name }) => name).join(" and ");
    return {
      findings: [
        record,
        warn(
          "alignment",
          `nothing vouches for ${domain} for certain; ${names} may`,
          "See the findings about it.",
        ),
      ],
      alignment: "unknown",
    };
  }
  const strangers = judged
    .filter(({ isAligned: aligned }) => !aligned)
    .map(({ name, domain: by }) => `${name} speaks for ${by}`);
  const found = `neither DKIM nor SPF can vouch for ${domain}${strangers.length === 0 ? "" : `; ${strangers.join(", ")}`}`;
  return {
    findings: [
      record,
      fail(
        "alignment",
        found,
        "Mend one of the two, best DKIM: large providers refuse mail that nothing vouches for.",
      ),
    ],
    alignment: "cannot-pass",
  };
}
