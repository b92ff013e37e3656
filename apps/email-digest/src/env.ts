import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";
import { type SendPolicy, USUAL_POLICY } from "./delivery/send-policy.ts";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on; 0.0.0.0 for all. */
  HOST: z.string().default("127.0.0.1"),
  /** A PostgreSQL server; left out, an embedded one is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** smtp:// or smtps:// with user and password; left out, mails are written to a folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Connections to the mail server, and so mails under way at once. */
  MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(5),
  /** Mails a minute at most, to all and to one domain; 0 for no limit. */
  MAIL_PER_MINUTE: z.coerce.number().min(0).default(USUAL_POLICY.perMinute),
  MAIL_PER_MINUTE_AND_DOMAIN: z.coerce.number().min(0).default(USUAL_POLICY.perMinuteAndDomain),
  /** Pauses in minutes before a mail that was put off is tried again, such as 5,15,60; then it has failed. */
  MAIL_RETRY_MINUTES: z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, "numbers with commas between them, such as 5,15,60")
    .default(USUAL_POLICY.retryDelays.map((delay) => delay / 60_000).join(",")),
  /** Who the digest is from. */
  MAIL_FROM: z.email().default("digest@localhost.localdomain"),
  /** Who asks for confirmation; providers want it to differ from the digest's address. */
  CONFIRM_FROM: z.email().optional(),
  /** Address under which visitors reach this service; else the one in the record's settings. */
  PUBLIC_URL: z.url().optional(),
  CV_DIR: z.string().optional(),
  /** Key of the links that end a subscription; left out, one is made and kept. */
  DIGEST_SECRET: z.string().min(16).optional(),
  /** Folder of everything made at run time. */
  TRIPTYCH_DIR: z.string().default(() => resolve(import.meta.dirname, "../../../.triptych")),
});

export type Environment = Omit<z.output<typeof Environment>, "DIGEST_SECRET" | "CONFIRM_FROM"> & { DIGEST_SECRET: string; CONFIRM_FROM: string };

export type EnvironmentResult = { kind: "read"; environment: Environment } | { kind: "faulty"; message: string };

/** The secret of this installation: made once, readable by its owner only. */
function keepSecret(folder: string): string {
  const file = join(folder, "secret");
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    mkdirSync(folder, { recursive: true });
    const secret = randomBytes(32).toString("base64url");
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
    return secret;
  }
}

export function readEnvironment(): EnvironmentResult {
  const parsed = Environment.safeParse(process.env);
  if (!parsed.success) {
    const message = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n");
    return { kind: "faulty", message };
  }
  const { DIGEST_SECRET, CONFIRM_FROM, MAIL_FROM, ...rest } = parsed.data;
  return {
    kind: "read",
    environment: {
      ...rest,
      MAIL_FROM,
      DIGEST_SECRET: DIGEST_SECRET ?? keepSecret(rest.TRIPTYCH_DIR),
      CONFIRM_FROM: CONFIRM_FROM ?? MAIL_FROM.replace(/^[^@]+/, "confirm"),
    },
  };
}

/** How fast mails go out, and how often they are tried. */
export function readPolicy({ MAIL_PER_MINUTE, MAIL_PER_MINUTE_AND_DOMAIN, MAIL_RETRY_MINUTES }: Environment): SendPolicy {
  const retryDelays = MAIL_RETRY_MINUTES.split(",").map((minutes) => Number(minutes) * 60_000);
  return { perMinute: MAIL_PER_MINUTE, perMinuteAndDomain: MAIL_PER_MINUTE_AND_DOMAIN, retryDelays };
}
