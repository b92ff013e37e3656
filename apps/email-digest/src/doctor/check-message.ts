import type { Cv } from "@triptych/schema";
import { composeEdition, type Edition, milestonesBefore } from "@triptych/view";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { domainOf } from "../addresses/email-address.ts";
import { fail, type Diagnosis, ok, warn } from "../mail/lint/diagnosis.ts";
import { composeMessage } from "../mail/compose-message.ts";
import { listHeaders } from "../mail/headers.ts";
import { lintMessage } from "../mail/lint/lint-message.ts";
import { listAddresses } from "../service.ts";
import type { Config } from "../config.ts";
import type { Resolver } from "./resolver.ts";
import { renderEdition } from "../editions/render-edition.ts";
import { language } from "../words.ts";

/** The next edition; where there is nothing new, that of the last year, or of everything. */
function chooseEdition(cv: Cv, announced: ReadonlySet<string>, now: Date): Edition | undefined {
  const yearAgo = `${now.getUTCFullYear() - 1}${now.toISOString().slice(4, 10)}`;
  return (
    composeEdition(cv, language, announced) ??
    composeEdition(cv, language, milestonesBefore(cv, yearAgo)) ??
    composeEdition(cv, language, new Set())
  );
}

/** Every address that the works of an edition name, as the view hands them over. */
function linksOf(edition: Edition): Set<string> {
  return new Set(JSON.stringify(edition).match(/https?:\/\/[^"\\\s]+/g) ?? []);
}

/** A signature as others will see it: the message as it goes out, the key from the DNS. */
async function verifySignature(source: Buffer, resolver: Resolver): Promise<Diagnosis> {
  const rule = "dkim-verifies";
  const { results } = await dkimVerify(source, { resolver });
  const [first] = results;
  if (first === undefined || first.status.result === "none")
    return warn(rule, "the mail carries no signature of ours", "See dkim.");
  if (first.status.result === "pass")
    return ok(
      rule,
      `the signature of ${String(first.signingDomain)} verifies with the key in the DNS`,
    );
  return fail(
    rule,
    `the signature does not verify: ${first.status.comment ?? first.status.result}`,
    "See dkim: the key in the DNS and the one we sign with must belong together.",
  );
}

/**
 * Renders an edition as it would go out to one reader, and lets the linter and a verifier look at
 * its bytes.
 */
export async function checkMessage(
  config: Config,
  cv: Cv,
  announced: ReadonlySet<string>,
  now: Date,
  resolver: Resolver,
): Promise<Diagnosis[]> {
  const edition = chooseEdition(cv, announced, now);
  if (edition === undefined)
    return [
      warn(
        "edition",
        "the record has no works, so there is no mail to look at",
        "Add publications to the record.",
      ),
    ];
  const addresses = listAddresses(config, cv);
  const { name } = cv.profile;
  const NUMBER = 1;
  const unsubscribe = addresses.unsubscribe("x".repeat(43));
  const source = await composeMessage(
    {
      letter: await renderEdition(cv, edition, NUMBER, addresses),
      unsubscribe,
      from: { name, address: config.mailFrom },
      to: "reader@example.org",
      messageId: `<doctor@${domainOf(config.mailFrom)}>`,
      headers: listHeaders(name, addresses, unsubscribe),
      date: now,
    },
    config.signing,
  );
  const diagnoses = await lintMessage(source, {
    domain: domainOf(config.mailFrom),
    name,
    base: addresses.base,
    unsubscribe,
    web: addresses.edition(NUMBER),
    links: linksOf(edition),
  });
  return [...diagnoses, await verifySignature(source, resolver)];
}
