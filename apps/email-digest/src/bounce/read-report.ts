import { simpleParser } from "mailparser";
import type { RecipientReport } from "./recipient-report.ts";
import { readTextBounce } from "./read-text-bounce.ts";

/**
 * A message about a message of ours. `addresses` and `links` are where our tokens may stand;
 * nothing else in it is believed.
 */
export type MailReport =
  | { kind: "delivery"; recipients: RecipientReport[]; addresses: string[] }
  | { kind: "feedback"; type: string; addresses: string[]; links: string[] }
  /** From a mail server, in no form that is known; `said` is its text. */
  | { kind: "unreadable"; said: string; addresses: string[] }
  /** A holiday notice, an answer, or anything else that is no report. */
  | { kind: "other" };

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

type Fields = Map<string, string>;

/** Groups of unfolded fields, separated by empty lines (RFC 3464, 2.1.1). */
function readGroups(text: string): Fields[] {
  const unfolded = text.replaceAll("\r\n", "\n").replaceAll(/\n[ \t]+/g, " ");
  return unfolded
    .split(/\n{2,}/)
    .map(
      (group) =>
        new Map(
          group
            .split("\n")
            .flatMap((line) =>
              line.includes(":")
                ? [[nameOf(line), line.slice(line.indexOf(":") + 1).trim()] as const]
                : [],
            ),
        ),
    )
    .filter((fields) => fields.size > 0);
}

const nameOf = (line: string) => line.slice(0, line.indexOf(":")).trim().toLowerCase();

function readRecipient(fields: Fields): RecipientReport {
  const action = fields
    .get("action")
    ?.toLowerCase()
    .split(/[\s;(]/)[0];
  return {
    action: ACTIONS.find((known) => known === action) ?? "unknown",
    status: /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get("status") ?? "")?.[1],
    diagnostic: fields.get("diagnostic-code") ?? "",
  };
}

function findAddresses(text: string): string[] {
  return text.match(/[^\s<>"(),:;@[\]]+@[^\s<>"(),:;@[\]]+/g) ?? [];
}

/** Fields of a message that name whom it was sent to, or who sent the one that came back. */
const NAMING =
  /^(to|delivered-to|x-original-to|envelope-to|x-envelope-to|return-path|original-mail-from|x-postfix-sender|errors-to)$/;

function addressesIn(groups: readonly Fields[]): string[] {
  return groups.flatMap((fields) =>
    [...fields].flatMap(([name, value]) => (NAMING.test(name) ? findAddresses(value) : [])),
  );
}

/** The header section of the message that came back: everything before its first empty line. */
function headOf(text: string): Fields[] {
  return readGroups(text).slice(0, 1);
}

/** People and their automatic answers have names of their own. */
function isFromServer(outer: readonly Fields[]): boolean {
  const server = /\bmailer-daemon\b|\bpostmaster@|\bmail delivery (sub)?system\b/i;
  return outer.some((fields) => server.test(fields.get("from") ?? ""));
}

const PARSING = {
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
};

/**
 * Reads a delivery report (RFC 3464) or a complaint (RFC 5965). Never throws for what a message
 * holds.
 */
export async function readReport(source: Buffer): Promise<MailReport> {
  // The parser gives up on what is built to exhaust it: thousands of parts, endless headers.
  const mail = await simpleParser(source, PARSING).catch(() => undefined);
  if (mail === undefined) return { kind: "other" };
  const outer: Fields[] = mail.headerLines.map(
    ({ key, line }) => new Map([[key, line.slice(line.indexOf(":") + 1)]]),
  );
  const partsOf = (type: RegExp) =>
    mail.attachments
      .filter(({ contentType }) => type.test(contentType))
      .map(({ content }) => content.toString("latin1"));
  const returned = partsOf(
    /^(message\/(global-)?rfc822|(text|message)\/rfc822-headers|message\/global-headers)$/i,
  ).flatMap(headOf);

  const [complaint] = partsOf(/^message\/feedback-report$/i);
  if (complaint !== undefined) {
    const groups = readGroups(complaint);
    const type =
      groups.map((fields) => fields.get("feedback-type")).find((value) => value !== undefined) ??
      "";
    const links = returned.flatMap(
      (fields) => (fields.get("list-unsubscribe") ?? "").match(/https:\/\/[^<>\s]+/g) ?? [],
    );
    return {
      kind: "feedback",
      type: type.toLowerCase(),
      addresses: addressesIn([...groups, ...returned]),
      links,
    };
  }
  const [status] = partsOf(/^message\/(global-)?delivery-status$/i);
  const unreadable = {
    kind: "unreadable",
    said: mail.text?.trim() ?? "",
    addresses: addressesIn([...outer, ...returned]),
  } as const;
  if (status === undefined) {
    if (!isFromServer(outer)) return { kind: "other" };
    const bounce = readTextBounce(mail.text ?? "");
    if (bounce === undefined) return unreadable;
    const addresses = addressesIn([...outer, ...headOf(bounce.copy)]);
    return bounce.recipients.length === 0
      ? unreadable
      : { kind: "delivery", recipients: bounce.recipients, addresses };
  }
  const groups = readGroups(status);
  const recipients = groups
    .filter((fields) => fields.has("final-recipient") || fields.has("action"))
    .map(readRecipient);
  if (recipients.length === 0) return unreadable;
  return {
    kind: "delivery",
    recipients,
    addresses: addressesIn([...outer, ...groups, ...returned]),
  };
}
