import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("port to listen on; 3000"),
  HOST: z.string().default("127.0.0.1").describe("address to listen on; 0.0.0.0 for all"),
  PUBLIC_URL: z.url().optional().describe("address under which visitors reach the service; else the one in the record's settings"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("a PostgreSQL server; left out, an embedded one is started"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe("smtp:// or smtps:// with user and password; left out, mails are written to a folder"),
  MAIL_FROM: z.email().default("digest@localhost.localdomain").describe("who the digest is from"),
  CONFIRM_FROM: z.email().optional().describe("who asks for confirmation; providers want it to differ from MAIL_FROM"),
  CV_DIR: z.string().optional().describe("folder of the record"),
  DIGEST_SECRET: z.string().min(16).optional().describe("key of the links that end a subscription; left out, one is made and kept"),
  TRIPTYCH_DIR: z
    .string()
    .default(() => resolve(import.meta.dirname, "../../../.triptych"))
    .describe("folder of everything made at run time"),
});

/** The variables with their meaning, for `--help`. */
export function describeVariables(): [name: string, meaning: string][] {
  return Object.entries(Environment.shape).map(([name, type]) => [name, type.description ?? ""]);
}

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
