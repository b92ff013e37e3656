import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";
import { LONGEST_MAILBOX } from "./bounce/return-path.ts";
import { type SendPolicy, USUAL_POLICY } from "./delivery/send-policy.ts";
import { isLoopback } from "./addresses/ip-address.ts";
import { keepSecret, SHORTEST_SECRET } from "./secret-file.ts";
import { readSigning, type Signing, type SigningResult } from "./mail/signing.ts";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
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
    .default(USUAL_POLICY.perMinute)
    .describe("mails a minute at most; 0 for no limit"),
  MAIL_PER_MINUTE_AND_DOMAIN: z.coerce
    .number()
    .min(0)
    .default(USUAL_POLICY.perMinuteAndDomain)
    .describe("the same to one domain"),
  MAIL_RETRY_MINUTES: z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, "numbers with commas between them, such as 5,15,60")
    .default(USUAL_POLICY.retryDelays.map((delay) => delay / 60_000).join(","))
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
  return Object.entries(Environment.shape).map(([name, type]) => [name, type.description ?? ""]);
}

type Variables = z.output<typeof Environment>;

export type Environment = Omit<
  Variables,
  "DIGEST_SECRET" | "CONFIRM_FROM" | "DKIM_DOMAIN" | "DKIM_KEY" | "DKIM_KEY_FILE"
> & {
  DIGEST_SECRET: string;
  CONFIRM_FROM: string;
  DKIM_DOMAIN: string;
  /** Read from the three variables of the key; none where the mail server signs, or nobody. */
  signing: Signing | undefined;
};

export type EnvironmentResult =
  | { kind: "read"; environment: Environment }
  | { kind: "faulty"; message: string };

/** The part of an address that DNS knows. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

function readKey(
  { DKIM_KEY, DKIM_KEY_FILE, DKIM_SELECTOR }: Variables,
  domain: string,
): SigningResult | undefined {
  if (DKIM_KEY === undefined && DKIM_KEY_FILE === undefined) return undefined;
  if (DKIM_SELECTOR === undefined)
    return {
      kind: "faulty",
      reason: "DKIM_SELECTOR is missing: the name under which the DNS has the key",
    };
  let key = DKIM_KEY ?? "";
  if (DKIM_KEY_FILE !== undefined) {
    try {
      key = readFileSync(DKIM_KEY_FILE, "utf8");
    } catch {
      return { kind: "faulty", reason: `the file ${DKIM_KEY_FILE} cannot be read` };
    }
  }
  return readSigning(domain, DKIM_SELECTOR, key);
}

/**
 * The variables that say something: an empty one, as a line `PORT=` in a file leaves it, is one
 * that was left out.
 */
function listVariables(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
}

export function readEnvironment(): EnvironmentResult {
  const parsed = Environment.safeParse(listVariables());
  if (!parsed.success) {
    const message = parsed.error.issues
      .map((issue) => `${issue.path.join(".")}: ${issue.message}`)
      .join("\n");
    return { kind: "faulty", message };
  }
  const {
    DIGEST_SECRET,
    CONFIRM_FROM,
    DKIM_DOMAIN,
    DKIM_KEY: _key,
    DKIM_KEY_FILE: _file,
    ...rest
  } = parsed.data;
  const domain = DKIM_DOMAIN ?? domainOf(rest.MAIL_FROM);
  const key = readKey(parsed.data, domain);
  if (key?.kind === "faulty") return { kind: "faulty", message: `DKIM_KEY: ${key.reason}` };
  const kept =
    DIGEST_SECRET === undefined
      ? keepSecret(join(rest.TRIPTYCH_DIR, "secret"))
      : { kind: "kept" as const, secret: DIGEST_SECRET };
  if (kept.kind === "faulty") return { kind: "faulty", message: `DIGEST_SECRET: ${kept.reason}` };
  return {
    kind: "read",
    environment: {
      ...rest,
      DIGEST_SECRET: kept.secret,
      CONFIRM_FROM: CONFIRM_FROM ?? `confirm@${domainOf(rest.MAIL_FROM)}`,
      DKIM_DOMAIN: domain,
      signing: key?.signing,
    },
  };
}

export type PolicyVariables = Pick<
  Environment,
  "MAIL_PER_MINUTE" | "MAIL_PER_MINUTE_AND_DOMAIN" | "MAIL_RETRY_MINUTES"
>;

/** How fast mails go out, and how often they are tried. */
export function readPolicy({
  MAIL_PER_MINUTE,
  MAIL_PER_MINUTE_AND_DOMAIN,
  MAIL_RETRY_MINUTES,
}: PolicyVariables): SendPolicy {
  const retryDelays = MAIL_RETRY_MINUTES.split(",").map((minutes) => Number(minutes) * 60_000);
  return {
    perMinute: MAIL_PER_MINUTE,
    perMinuteAndDomain: MAIL_PER_MINUTE_AND_DOMAIN,
    retryDelays,
  };
}

/** Whether only whoever sits at this machine reaches the service, as far as its settings tell. */
export function isOnlyHere({
  HOST,
  PUBLIC_URL,
}: Pick<Environment, "HOST" | "PUBLIC_URL">): boolean {
  return isLoopback(HOST) && (PUBLIC_URL === undefined || isLoopback(new URL(PUBLIC_URL).hostname));
}
