import { isIPv4 } from "node:net";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import SmtpSettings from "nodemailer/lib/smtp-transport";
import { expandIpv6, isLoopback } from "../addresses/ip-address.ts";
import { fail, type Diagnosis, ok, warn } from "../mail/lint/diagnosis.ts";
import { lookUp, type Resolver } from "./resolver.ts";

const PATIENCE_MS = 5_000;

/** The name under which the DNS keeps the name of an address (RFC 1035, 3.5; RFC 3596, 2.5). */
export function reverseName(address: string): string {
  if (isIPv4(address)) return `${address.split(".").toReversed().join(".")}.in-addr.arpa`;
  const digits = expandIpv6(address)
    .map((group) => group.padStart(4, "0"))
    .join("");
  return `${[...digits].toReversed().join(".")}.ip6.arpa`;
}

/** Whether each sending address has a name that leads back to it. */
export async function checkPtr(
  resolver: Resolver,
  addresses: readonly string[],
): Promise<Diagnosis> {
  const rule = "ptr";
  if (addresses.length === 0)
    return warn(
      rule,
      "the address that mail leaves from is not known",
      "Set SENDING_IP, or leave it to your mail provider.",
    );
  const names: string[] = [];
  for (const address of addresses) {
    const answer = await lookUp(resolver, reverseName(address), "PTR");
    if (answer.kind === "unreachable")
      return warn(
        rule,
        `the name of ${address} could not be asked (${answer.reason})`,
        "Try again later.",
      );
    const [name] = answer.kind === "found" ? answer.values : [];
    if (name === undefined)
      return fail(
        rule,
        `${address} has no name`,
        "Ask whoever gave you the address for a PTR record; Gmail refuses mail from nameless ones.",
      );
    const back = await lookUp(resolver, name, isIPv4(address) ? "A" : "AAAA");
    if (back.kind !== "found" || !back.values.map(reverseOf).includes(reverseOf(address)))
      return fail(
        rule,
        `${address} is called ${name}, which does not lead back to it`,
        `Give ${name} an ${isIPv4(address) ? "A" : "AAAA"} record with ${address}.`,
      );
    names.push(`${address} is ${name}`);
  }
  return ok(rule, names.join(", "));
}

/** Addresses are written in several ways; their reverse names in one. */
const reverseOf = (address: string) => reverseName(address.toLowerCase());

interface Reached {
  kind: "secure" | "plain" | "failed";
  said: string;
}

/**
 * Connects, asks for TLS with a certificate that is trusted, logs in where there is a user, and
 * leaves.
 */
function tryRelay(
  settings: SmtpSettings,
  requireTls: boolean,
  trusted: string | undefined,
): Promise<Reached> {
  const connection = new SmtpConnection({
    ...settings.options,
    tls: { ...settings.options.tls, ...(trusted === undefined ? {} : { ca: trusted }) },
    ...(requireTls ? { requireTLS: true } : { ignoreTLS: true }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
  });
  return new Promise((resolve) => {
    const end = (reached: Reached) => {
      connection.close();
      resolve(reached);
    };
    connection.on("error", (error: Error) => end({ kind: "failed", said: error.message }));
    connection.connect((error) => {
      if (error !== undefined && error !== null)
        return end({ kind: "failed", said: error.message });
      const reached: Reached = { kind: connection.secure ? "secure" : "plain", said: "" };
      const auth = settings.getAuth({});
      if (auth === undefined || auth === false || !requireTls) return end(reached);
      connection.login(auth, (refusal) =>
        end(refusal === null ? reached : { kind: "failed", said: refusal.message }),
      );
    });
  });
}

/**
 * Whether the mail server answers, over TLS that can be trusted, and knows us.
 * @param trusted a certificate in PEM to trust instead of the system's
 */
export async function checkTls(url: string, trusted?: string): Promise<Diagnosis> {
  const rule = "tls";
  const { host, hostname, protocol } = new URL(url);
  const settings = new SmtpSettings(url);
  const { kind, said } = await tryRelay(settings, true, trusted);
  if (kind === "secure" && settings.options.tls?.rejectUnauthorized === false)
    return warn(
      rule,
      `${host} answers over TLS, but SMTP_URL says not to check its certificate`,
      "Leave tls.rejectUnauthorized out of SMTP_URL.",
    );
  if (kind === "secure") return ok(rule, `${host} answers over TLS with a trusted certificate`);
  const withoutTls = protocol === "smtps:" ? undefined : await tryRelay(settings, false, undefined);
  if (withoutTls?.kind !== "plain")
    return fail(
      rule,
      `${host} cannot be used: ${said}`,
      "Check SMTP_URL, the network, and whether the server's certificate names this host; " +
        "smtps:// is for port 465.",
    );
  if (isLoopback(hostname))
    return warn(
      rule,
      `${host} has no TLS that can be trusted (${said}), but is this machine`,
      "Make sure that it uses TLS towards the world.",
    );
  return fail(
    rule,
    `${host} takes mail, but without TLS that can be trusted, or not from us: ${said}`,
    "Use a server with TLS, or fix its certificate, or correct user and password.",
  );
}
