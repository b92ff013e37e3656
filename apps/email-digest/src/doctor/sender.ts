import { createPublicKey } from "node:crypto";
import { isIP } from "node:net";
import { isPrivateAddress } from "../addresses/ip-address.ts";
import { domainOf, type Environment } from "../env.ts";
import { lookUp, type Resolver } from "./resolver.ts";

/** Who this installation claims to be when it sends. */
export interface SenderIdentity {
  from: string;
  confirmFrom: string;
  /** Where reports go, and its domain, which SPF speaks about. */
  returnPath: string;
  returnDomain: string;
  /** Whether each mail has a return path of its own, so that reports can be told apart. */
  readsReports: boolean;
  /**
   * What signs: our own key, the mail server under a selector that it was told to use, or nothing
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

export function readSender(environment: Environment): SenderIdentity {
  const {
    MAIL_FROM,
    BOUNCE_ADDRESS,
    CONFIRM_FROM,
    SMTP_URL,
    SENDING_IP,
    DKIM_DOMAIN,
    DKIM_SELECTOR,
    signing,
  } = environment;
  const relaySigns =
    DKIM_SELECTOR === undefined
      ? { kind: "none" as const }
      : { kind: "relay" as const, domain: DKIM_DOMAIN, selector: DKIM_SELECTOR };
  return {
    from: MAIL_FROM,
    confirmFrom: CONFIRM_FROM,
    returnPath: BOUNCE_ADDRESS ?? MAIL_FROM,
    returnDomain: domainOf(BOUNCE_ADDRESS ?? MAIL_FROM),
    readsReports: BOUNCE_ADDRESS !== undefined,
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
      SMTP_URL === undefined
        ? undefined
        : { url: SMTP_URL, host: new URL(SMTP_URL).hostname.replaceAll(/^\[|\]$/g, "") },
    sendingIp: SENDING_IP,
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
