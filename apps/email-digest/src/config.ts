import { readFileSync } from "node:fs";
import { join } from "node:path";
import { domainOf } from "./addresses/email-address.ts";
import { isLoopback } from "./addresses/ip-address.ts";
import type { SendPolicy } from "./delivery/send-policy.ts";
import { readEnvironment, type Variables } from "./env.ts";
import { readSigning, type Signing, type SigningResult } from "./mail/signing.ts";
import { deriveKeys, type Keys } from "./secret/keys.ts";
import { checkSecrets, keepSecret, type SecretResult, type Secrets } from "./secret/secret-file.ts";

/** What the environment says about this installation, with everything that follows from it. */
export interface Config extends Keys {
  port: number;
  host: string;
  siteUrl: string | undefined;
  /** Folder of the record; undefined for the project's own. */
  recordFolder: string | undefined;
  /** Where the published site lies; undefined where it is hosted elsewhere. */
  siteFolder: string | undefined;
  /** A server that is the owner's; undefined for the embedded one in `databaseFolder`. */
  databaseUrl: string | undefined;
  databaseFolder: string;
  /** Where the installation keeps its files. */
  stateFolder: string;
  /** What a restored database is held against. */
  journalFolder: string;
  /** Where messages are written instead of sent; undefined where there is a mail server. */
  mailFolder: string | undefined;
  smtpUrl: string | undefined;
  /** Connections to the mail server. */
  connections: number;
  policy: SendPolicy;
  /** The address that mail leaves from, where it is not the mail server's own. */
  sendingIp: string | undefined;
  mailFrom: string;
  confirmFrom: string;
  /** Who hears of editions and alarms; left out, the record's first address. */
  ownerAddress: string | undefined;
  bounceAddress: string | undefined;
  bounceSecret: string | undefined;
  metricsToken: string | undefined;
  dkimSelector: string | undefined;
  dkimDomain: string;
  /** None where the mail server signs, or nobody. */
  signing: Signing | undefined;
  backupPassphrase: string | undefined;
  /** Newest first. */
  secrets: Secrets;
  /** Undefined where the environment names the secrets. */
  secretFile: string | undefined;
}

export type ConfigResult = { kind: "read"; config: Config } | { kind: "faulty"; message: string };

function readKey(
  { DKIM_KEY, DKIM_KEY_FILE, DKIM_SELECTOR }: Variables,
  domain: string,
): SigningResult | { kind: "none" } {
  if (DKIM_KEY === undefined && DKIM_KEY_FILE === undefined) return { kind: "none" };
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

/** How fast mail goes out, and how often it is tried. */
function readPolicy(variables: Variables): SendPolicy {
  return {
    perMinute: variables.MAIL_PER_MINUTE,
    perMinuteAndDomain: variables.MAIL_PER_MINUTE_AND_DOMAIN,
    retryDelays: variables.MAIL_RETRY_MINUTES.split(",").map((minutes) => Number(minutes) * 60_000),
  };
}

function keepDigestSecret(
  { DIGEST_SECRET, DIGEST_FORMER_SECRETS }: Variables,
  file: string,
): SecretResult {
  if (DIGEST_SECRET === undefined) return keepSecret(file);
  const former = DIGEST_FORMER_SECRETS?.trim().split(/\s+/) ?? [];
  return checkSecrets([DIGEST_SECRET, ...former], "one of DIGEST_FORMER_SECRETS");
}

/** Reads the environment, and makes the secret of the installation where there is none yet. */
export function readConfig(): ConfigResult {
  const read = readEnvironment();
  if (read.kind === "faulty") return read;
  const { values: variables } = read;
  const domain = domainOf(variables.MAIL_FROM);
  const dkimDomain = variables.DKIM_DOMAIN ?? domain;
  const key = readKey(variables, dkimDomain);
  if (key.kind === "faulty") return { kind: "faulty", message: `DKIM_KEY: ${key.reason}` };
  const secretFile = join(variables.TRIPTYCH_DIR, "secret");
  const kept = keepDigestSecret(variables, secretFile);
  if (kept.kind === "faulty") return { kind: "faulty", message: `DIGEST_SECRET: ${kept.reason}` };
  const inState = (name: string) => join(variables.TRIPTYCH_DIR, name);
  return {
    kind: "read",
    config: {
      port: variables.PORT,
      host: variables.HOST,
      siteUrl: variables.SITE_URL,
      recordFolder: variables.CV_DIR,
      siteFolder: variables.SITE_DIR === "none" ? undefined : variables.SITE_DIR,
      databaseUrl: variables.DATABASE_URL,
      stateFolder: variables.TRIPTYCH_DIR,
      databaseFolder: inState("db"),
      // The first version's name for the journal; what lies there must go on being found.
      journalFolder: inState("marks"),
      mailFolder: variables.SMTP_URL === undefined ? inState("mail") : undefined,
      smtpUrl: variables.SMTP_URL,
      connections: variables.MAIL_CONNECTIONS,
      policy: readPolicy(variables),
      sendingIp: variables.SENDING_IP,
      mailFrom: variables.MAIL_FROM,
      confirmFrom: variables.CONFIRM_FROM ?? `confirm@${domain}`,
      ownerAddress: variables.OWNER_ADDRESS,
      bounceAddress: variables.BOUNCE_ADDRESS,
      bounceSecret: variables.BOUNCE_SECRET,
      metricsToken: variables.METRICS_TOKEN,
      dkimSelector: variables.DKIM_SELECTOR,
      dkimDomain,
      signing: key.kind === "signing" ? key.signing : undefined,
      backupPassphrase: variables.DIGEST_BACKUP_PASSPHRASE,
      secrets: kept.secrets,
      secretFile: variables.DIGEST_SECRET === undefined ? secretFile : undefined,
      ...deriveKeys(kept.secrets),
    },
  };
}

/** Whether only whoever sits at this machine reaches the service, as far as its settings tell. */
export function isOnlyHere({ host, siteUrl }: Pick<Config, "host" | "siteUrl">): boolean {
  return isLoopback(host) && (siteUrl === undefined || isLoopback(new URL(siteUrl).hostname));
}
