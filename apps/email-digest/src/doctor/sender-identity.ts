import { createPublicKey } from "node:crypto";
import { isIP } from "node:net";
import { isPrivateAddress } from "../addresses/ip-address.ts";
import { domainOf } from "../addresses/email-address.ts";
import type { Config } from "../config.ts";
import { lookUp, type Resolver } from "./resolver.ts";

/** Who this installation claims to be when it sends. */
export interface SenderIdentity {
  from: string;
  confirmFrom: string;
  /** Where reports go, and its domain, which SPF speaks about. */
  returnPath: string;
  returnDomain: string;
  /** Whether each message has a return path of its own, so that reports can be told apart. */
  readsReports: boolean;
  /**
   * What signs: our own key, the mail server under a selector that the owner named, or nothing
   * that is known.
   */
  signing:
    | { kind: "own"; domain: string; selector: string; publicKey: string }
    | { kind: "relay"; domain: string; selector: string }
    | { kind: "none" };
  relay: { url: string; host: string } | undefined;
  /** The address that mail leaves from, where it is not the relay's own. */
  sendingIp: string | undefined;
}

export function readSenderIdentity(config: Config): SenderIdentity {
  const { mailFrom, bounceAddress, smtpUrl, dkimDomain, dkimSelector, signing } = config;
  const relaySigns =
    dkimSelector === undefined
      ? { kind: "none" as const }
      : { kind: "relay" as const, domain: dkimDomain, selector: dkimSelector };
  return {
    from: mailFrom,
    confirmFrom: config.confirmFrom,
    returnPath: bounceAddress ?? mailFrom,
    returnDomain: domainOf(bounceAddress ?? mailFrom),
    readsReports: bounceAddress !== undefined,
    signing:
      signing === undefined
        ? relaySigns
        : {
            kind: "own",
            domain: signing.domain,
            selector: signing.selector,
            publicKey: createPublicKey(signing.key)
              .export({ type: "spki", format: "der" })
              .toString("base64"),
          },
    relay:
      smtpUrl === undefined
        ? undefined
        : { url: smtpUrl, host: new URL(smtpUrl).hostname.replaceAll(/^\[|\]$/g, "") },
    sendingIp: config.sendingIp,
  };
}

/** Addresses of the internet that mail may leave from, as far as they can be known from here. */
export async function findSendingAddresses(
  resolver: Resolver,
  { relay, sendingIp }: SenderIdentity,
): Promise<string[]> {
  if (sendingIp !== undefined) return [sendingIp];
  if (relay === undefined) return [];
  const found = isIP(relay.host) > 0 ? [relay.host] : [];
  for (const type of ["A", "AAAA"] as const) {
    const answer =
      found.length > 0 && isIP(relay.host) > 0
        ? undefined
        : await lookUp(resolver, relay.host, type);
    if (answer?.kind === "found") found.push(...answer.values);
  }
  return found.filter((address) => !isPrivateAddress(address));
}
