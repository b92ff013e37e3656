import { CommandFault, EXIT } from "@triptych/terminal";
import { domainOf } from "../../addresses/email-address.ts";
import { isLoopback } from "../../addresses/ip-address.ts";
import type { Addresses } from "../../addresses/page-addresses.ts";
import { isRealHost } from "../../addresses/real-host.ts";
import type { Config } from "../../config.ts";

/** Ports at which mail is handed on; at others of this machine programs catch it for a trial. */
const MAIL_PORTS = ["", "25", "465", "587"];

function isTrial(smtpUrl: string): boolean {
  const { hostname, port } = new URL(smtpUrl);
  return isLoopback(hostname) && !MAIL_PORTS.includes(port);
}

type Sender = Pick<Config, "smtpUrl" | "mailFrom" | "confirmFrom">;

/** What readers would be given that leads nowhere, a sentence each. */
export function listUnreal(
  { smtpUrl, mailFrom, confirmFrom }: Sender,
  { base, site }: Pick<Addresses, "base" | "site">,
): string[] {
  if (smtpUrl === undefined || isTrial(smtpUrl)) return [];
  const senders = { MAIL_FROM: mailFrom, CONFIRM_FROM: confirmFrom };
  const unreal = Object.entries(senders).filter(([, address]) => !isRealHost(domainOf(address)));
  const places = [...new Set([base, site])].filter((url) => !isRealHost(new URL(url).hostname));
  return [
    ...unreal.map(([name, address]) => `Mail would come from ${address}: set ${name}.`),
    ...places.map((url) => `Its links would lead to ${url}: set SITE_URL, or url in the settings.`),
  ];
}

/**
 * Nothing leaves to anybody before sender and addresses are real: links in old mails work for ever,
 * and a sender of nowhere is refused for long.
 * @throws CommandFault that names each and what to set
 */
export function requireReal(config: Sender, addresses: Pick<Addresses, "base" | "site">): void {
  const faults = listUnreal(config, addresses);
  if (faults.length === 0) return;
  throw new CommandFault(
    [
      "Nothing was sent, and nothing was started: SMTP_URL names a mail server, and readers " +
        "could not answer or follow.",
      ...faults,
      "For a trial leave SMTP_URL out: mails are written to files then.",
    ].join("\n"),
    EXIT.misused,
  );
}
