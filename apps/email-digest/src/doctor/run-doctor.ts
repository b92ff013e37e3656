import type { Cv } from "@triptych/schema";
import type { Config } from "../config.ts";
import { fail, type Diagnosis, warn } from "../mail/lint/diagnosis.ts";
import { type Alignment, checkAlignment } from "./check-alignment.ts";
import { checkDkim } from "./check-dkim.ts";
import { checkFrom, checkReturn } from "./check-from.ts";
import { checkMessage } from "./check-message.ts";
import { checkPtr, checkTls } from "./check-relay.ts";
import { checkSpf } from "./check-spf.ts";
import { knowsNames, type Resolver } from "./resolver.ts";
import {
  findSendingAddresses,
  readSenderIdentity,
  type SenderIdentity,
} from "./sender-identity.ts";

export interface Report {
  diagnoses: Diagnosis[];
  /** Whether anything can vouch for the domain that readers see. */
  alignment: Alignment;
}

/** Everything that the DNS tells about a sender. */
export async function examineDns(resolver: Resolver, sender: SenderIdentity): Promise<Report> {
  if (!(await knowsNames(resolver)))
    return {
      diagnoses: [
        fail(
          "dns",
          "the DNS cannot be reached from here, so SPF, DKIM, DMARC and PTR were not checked",
          "Run it again where there is a network.",
        ),
      ],
      alignment: "unknown",
    };
  const addresses = await findSendingAddresses(resolver, sender);
  const [spf, dkim, ptr, back] = await Promise.all([
    checkSpf(resolver, sender, addresses),
    checkDkim(resolver, sender),
    checkPtr(resolver, addresses),
    checkReturn(resolver, sender),
  ]);
  const { diagnoses, alignment } = await checkAlignment(resolver, sender, spf, dkim);
  return { diagnoses: [spf.diagnosis, dkim.diagnosis, ...diagnoses, ptr, back], alignment };
}

interface DoctorOptions {
  config: Config;
  cv: Cv;
  /** Keys of what has been announced, from which the next edition follows. */
  announced: ReadonlySet<string>;
  now: Date;
  resolver: Resolver;
}

/**
 * Looks at everything that decides whether mail from here arrives. Changes nothing and sends
 * nothing.
 */
export async function runDoctor({
  config,
  cv,
  announced,
  now,
  resolver,
}: DoctorOptions): Promise<Report> {
  const sender = readSenderIdentity(config);
  const [dns, tls, mail] = await Promise.all([
    examineDns(resolver, sender),
    sender.relay === undefined
      ? warn(
          "tls",
          "SMTP_URL is not set: mails are written to a folder",
          "Set it when mail is to reach people.",
        )
      : checkTls(sender.relay.url),
    checkMessage(config, cv, announced, now, resolver),
  ]);
  return {
    diagnoses: [checkFrom(sender), ...dns.diagnoses, tls, ...mail],
    alignment: dns.alignment,
  };
}
