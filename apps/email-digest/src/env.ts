import { SiteAddress } from "@triptych/schema";
import { readVariables, variable, type VariablesResult } from "@triptych/terminal/variables";
import { resolve } from "node:path";
import process from "node:process";
import { z } from "zod";
import { LONGEST_MAILBOX } from "./addresses/return-path.ts";
import { SHORTEST_SECRET } from "./secret/secret-file.ts";

const optional = (description: string, right = "a text") =>
  variable(z.string().optional(), { description, right });

const count = (most: number, byDefault: number, meaning: { description: string; right: string }) =>
  variable(z.coerce.number().int().min(1).max(most).default(byDefault), meaning);

const rate = (byDefault: number, description: string) =>
  variable(z.coerce.number().min(0).default(byDefault), { description, right: "a number, or 0" });

const address = (description: string) =>
  variable(z.email().optional(), { description, right: "an address such as digest@example.org" });

/** What the environment may say to this app; nothing else reads it. */
export const Variables = z.object({
  PORT: variable(z.coerce.number().int().min(0).max(65_535).default(3000), {
    description: "port to listen on; 3000",
    right: "a whole number from 0 to 65535",
  }),
  HOST: variable(z.string().default("127.0.0.1"), {
    description: "address to listen on; 0.0.0.0 for all",
    right: "an address of this machine",
  }),
  SITE_URL: variable(SiteAddress.optional(), {
    description: "public address of the site; else the one in the record's settings",
    right: "an address such as https://example.org, with no ? or #",
  }),
  // Mail with a wrong address would be worse than none.
  PUBLIC_URL: variable(z.undefined().optional(), {
    description: "is SITE_URL now, or settings.digest.service where the service is elsewhere",
    right: "left out; its name is SITE_URL now",
  }),
  DATABASE_URL: variable(z.url({ protocol: /^postgres(ql)?$/ }).optional(), {
    description: "a PostgreSQL server; left out, an embedded one is started",
    right: "an address such as postgres://user:password@host/database",
    isSecret: true,
  }),
  SMTP_URL: variable(z.url({ protocol: /^smtps?$/ }).optional(), {
    description:
      "smtp:// or smtps:// with user and password; left out, mails are written to a folder",
    right: "an address such as smtps://user:password@host",
    isSecret: true,
  }),
  MAIL_CONNECTIONS: count(100, 5, {
    description: "connections to the mail server, and so mails under way at once; 5",
    right: "a whole number from 1 to 100",
  }),
  MAIL_PER_MINUTE: rate(600, "mails a minute at most; 0 for no limit"),
  MAIL_PER_MINUTE_AND_DOMAIN: rate(120, "the same to one domain"),
  // Grey lists let a mail pass after 5 to 15 minutes; a mailbox that is full has three days.
  MAIL_RETRY_MINUTES: variable(
    z
      .string()
      .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/)
      .default("5,15,60,240,720,1440,1440"),
    {
      description:
        "pauses in minutes before a mail that was put off is tried again, such as 5,15,60; " +
        "then it has failed",
      right: "numbers with commas between them, such as 5,15,60",
    },
  ),
  SENDING_IP: variable(z.union([z.ipv4(), z.ipv6()]).optional(), {
    description:
      "address that mail leaves from, where it is not the one of the mail server; only doctor asks",
    right: "an IP address",
  }),
  MAIL_FROM: variable(z.email().default("digest@localhost.localdomain"), {
    description: "who the digest is from",
    right: "an address such as digest@example.org",
  }),
  CONFIRM_FROM: address("who asks for confirmation; providers want it to differ from MAIL_FROM"),
  OWNER_ADDRESS: variable(z.union([z.email(), z.literal("none")]).optional(), {
    description:
      "who hears by mail how each edition went and what is wrong; else the record's first " +
      "address; none for nobody",
    right: "an address such as me@example.org, or none",
  }),
  BOUNCE_ADDRESS: variable(
    z
      .email()
      .refine((given) => given.lastIndexOf("@") <= LONGEST_MAILBOX)
      .optional(),
    {
      description:
        "where mail servers report what became of a mail, such as bounce@example.org; it must " +
        "accept bounce+…@ too",
      right: `an address whose name has at most ${LONGEST_MAILBOX} characters`,
    },
  ),
  BOUNCE_SECRET: variable(z.string().min(16).optional(), {
    description: "who reports over HTTP must know it; left out, /digest/bounces is closed",
    right: "a text of 16 characters or more",
    isSecret: true,
  }),
  METRICS_TOKEN: variable(z.string().min(16).optional(), {
    description: "who reads /metrics from another machine must know it",
    right: "a text of 16 characters or more",
    isSecret: true,
  }),
  DKIM_SELECTOR: variable(
    z
      .string()
      .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i)
      .optional(),
    {
      description:
        "name of the key that mails are signed with; the DNS has it at SELECTOR._domainkey.DOMAIN",
      right: "a selector such as digest2026",
    },
  ),
  DKIM_DOMAIN: optional("domain that signs; else the one of MAIL_FROM", "a domain"),
  DKIM_KEY_FILE: optional(
    "file with the RSA key in PEM; left out, the mail server is expected to sign",
    "a file",
  ),
  DKIM_KEY: variable(z.string().optional(), {
    description: "the key itself, instead of a file",
    right: "an RSA key in PEM",
    isSecret: true,
  }),
  CV_DIR: optional("content folder; else the record that comes with the project", "a folder"),
  SITE_DIR: variable(
    z.string().default(() => resolve(import.meta.dirname, "../../../.triptych/site")),
    {
      description:
        "folder of the published site, whose pages mails link to; none where it is elsewhere",
      right: "a folder, or none",
    },
  ),
  DIGEST_SECRET: variable(z.string().min(SHORTEST_SECRET).optional(), {
    description:
      "key of the links that end a subscription; left out, one is made and kept in TRIPTYCH_DIR",
    right: `a text of ${SHORTEST_SECRET} characters or more`,
    isSecret: true,
  }),
  DIGEST_FORMER_SECRETS: variable(z.string().optional(), {
    description: "what DIGEST_SECRET was before, newest first, with spaces between",
    right: `texts of ${SHORTEST_SECRET} characters or more, with spaces between`,
    isSecret: true,
  }),
  DIGEST_BACKUP_PASSPHRASE: variable(z.string().min(12).optional(), {
    description: "what backups are encrypted with; left out, they are plain",
    right: "a text of 12 characters or more",
    isSecret: true,
  }),
  TRIPTYCH_DIR: variable(
    z.string().default(() => resolve(import.meta.dirname, "../../../.triptych")),
    {
      description:
        "folder of what the service keeps: database, keys, notes, mails that are not sent",
      right: "a folder",
    },
  ),
});

export type Variables = z.output<typeof Variables>;

/** What this process was given. */
export function readEnvironment(): VariablesResult<Variables> {
  return readVariables(Variables, process.env);
}
