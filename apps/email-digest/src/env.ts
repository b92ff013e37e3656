import { resolve } from "node:path";
import process from "node:process";
import { z } from "zod";
import { LONGEST_MAILBOX } from "./addresses/return-path.ts";
import { SHORTEST_SECRET } from "./secret-file.ts";

/** What the environment may say to this app; nothing else reads it. */
const Variables = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe("port to listen on; 3000"),
  HOST: z.string().default("127.0.0.1").describe("address to listen on; 0.0.0.0 for all"),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe(
      "address under which visitors reach the service; else the one in the record's settings",
    ),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("a PostgreSQL server; left out, an embedded one is started"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      "smtp:// or smtps:// with user and password; left out, mails are written to a folder",
    ),
  MAIL_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe("connections to the mail server, and so mails under way at once; 5"),
  MAIL_PER_MINUTE: z.coerce
    .number()
    .min(0)
    .default(600)
    .describe("mails a minute at most; 0 for no limit"),
  MAIL_PER_MINUTE_AND_DOMAIN: z.coerce
    .number()
    .min(0)
    .default(120)
    .describe("the same to one domain"),
  MAIL_RETRY_MINUTES: z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, "numbers with commas between them, such as 5,15,60")
    // Grey lists let a mail pass after 5 to 15 minutes; what is down is tried again for three days.
    .default("5,15,60,240,720,1440,1440")
    .describe(
      "pauses in minutes before a mail that was put off is tried again, such as 5,15,60; then it has failed",
    ),
  SENDING_IP: z
    .union([z.ipv4(), z.ipv6()])
    .optional()
    .describe(
      "address that mail leaves from, where it is not the one of the mail server; only doctor asks",
    ),
  MAIL_FROM: z.email().default("digest@localhost.localdomain").describe("who the digest is from"),
  CONFIRM_FROM: z
    .email()
    .optional()
    .describe("who asks for confirmation; providers want it to differ from MAIL_FROM"),
  BOUNCE_ADDRESS: z
    .email()
    .refine(
      (address) => address.lastIndexOf("@") <= LONGEST_MAILBOX,
      `has a name longer than ${LONGEST_MAILBOX} characters`,
    )
    .optional()
    .describe(
      "where mail servers report what became of a mail, such as bounce@example.org; it must accept bounce+…@ too",
    ),
  BOUNCE_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe("who reports over HTTP must know it; left out, /digest/bounces is closed"),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, "is no selector such as digest2026")
    .optional()
    .describe(
      "name of the key that mails are signed with; the DNS has it at SELECTOR._domainkey.DOMAIN",
    ),
  DKIM_DOMAIN: z.string().optional().describe("domain that signs; else the one of MAIL_FROM"),
  DKIM_KEY_FILE: z
    .string()
    .optional()
    .describe("file with the RSA key in PEM; left out, the mail server is expected to sign"),
  DKIM_KEY: z.string().optional().describe("the key itself, instead of a file"),
  CV_DIR: z.string().optional().describe("folder of the record"),
  DIGEST_SECRET: z
    .string()
    .min(SHORTEST_SECRET)
    .optional()
    .describe("key of the links that end a subscription; left out, one is made and kept"),
  TRIPTYCH_DIR: z
    .string()
    .default(() => resolve(import.meta.dirname, "../../../.triptych"))
    .describe("folder of what the service keeps: database, keys, notes, mails that are not sent"),
});

/** The variables with their meaning, for `--help`. */
export function describeVariables(): [name: string, meaning: string][] {
  return Object.entries(Variables.shape).map(([name, type]) => [name, type.description ?? ""]);
}

export type Variables = z.output<typeof Variables>;

export type VariablesResult =
  | { kind: "read"; variables: Variables }
  | { kind: "faulty"; message: string };

/**
 * Reads the environment. An empty variable, as a line `PORT=` in a file leaves it, is one that was
 * left out.
 */
export function readVariables(): VariablesResult {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(given);
  if (parsed.success) return { kind: "read", variables: parsed.data };
  const message = parsed.error.issues
    .map((issue) => `${issue.path.join(".")}: ${issue.message}`)
    .join("\n");
  return { kind: "faulty", message };
}
