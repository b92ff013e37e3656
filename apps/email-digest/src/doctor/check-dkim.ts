import { createPublicKey } from "node:crypto";
import { fail, type Diagnosis, ok, warn } from "../mail/lint/diagnosis.ts";
import { lookUp, type Resolver } from "./resolver.ts";
import type { SenderIdentity } from "./sender-identity.ts";

/** Whether messages can carry a signature that verifies, and of which domain. */
export interface DkimCheck {
  diagnosis: Diagnosis;
  canPass: "yes" | "no" | "unknown";
}

const RULE = "dkim";
const FEWEST_BITS = 2_048;

/** The key of a record (RFC 6376, 3.6.1), in one line; empty when it was revoked. */
function publishedKey(record: string): string {
  return /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replaceAll(/\s/g, "") ?? "";
}

/** The key is in the DNS as SubjectPublicKeyInfo or as a bare RSAPublicKey; both are in use. */
function isSameKey(published: string, own: string): boolean {
  if (published === own) return true;
  try {
    const bare = createPublicKey({
      key: Buffer.from(published, "base64"),
      format: "der",
      type: "pkcs1",
    });
    return bare.export({ type: "spki", format: "der" }).toString("base64") === own;
  } catch {
    return false;
  }
}

function bitsOf(key: string): number {
  try {
    return (
      createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" })
        .asymmetricKeyDetails?.modulusLength ?? 0
    );
  } catch {
    return 0;
  }
}

const failing = (found: string, remedy: string): DkimCheck => ({
  diagnosis: fail(RULE, found, remedy),
  canPass: "no",
});

type Signing = Exclude<SenderIdentity["signing"], { kind: "none" }>;

/** The key that verifiers will find, or why they will find none that fits. */
async function findKey(
  resolver: Resolver,
  signing: Signing,
  name: string,
): Promise<string | DkimCheck> {
  const answer = await lookUp(resolver, name, "TXT");
  if (answer.kind === "unreachable")
    return {
      diagnosis: warn(RULE, `${name} could not be asked (${answer.reason})`, "Try again later."),
      canPass: "unknown",
    };
  const record =
    signing.kind === "own"
      ? `v=DKIM1; k=rsa; p=${signing.publicKey}`
      : "the one that the mail provider names";
  if (answer.kind === "none")
    return failing(`there is no key at ${name}`, `Add a TXT record there: ${record}`);
  const keys = answer.values.map(publishedKey).filter((key) => key !== "");
  const [key] = keys;
  if (key === undefined)
    return failing(`the key at ${name} is revoked or missing`, `Replace the record: ${record}`);
  if (signing.kind === "relay") return key;
  return keys.some((candidate) => isSameKey(candidate, signing.publicKey))
    ? signing.publicKey
    : failing(`the key at ${name} is not the one of DKIM_KEY`, `Replace the record: ${record}`);
}

/** The key in the DNS, and whether it is the one we sign with. */
export async function checkDkim(
  resolver: Resolver,
  { signing }: SenderIdentity,
): Promise<DkimCheck> {
  if (signing.kind === "none")
    return {
      diagnosis: warn(
        RULE,
        "nothing is known to sign",
        "Set DKIM_SELECTOR and DKIM_KEY_FILE; DKIM_SELECTOR alone if the mail server signs " +
          "for this domain.",
      ),
      canPass: "no",
    };
  const name = `${signing.selector}._domainkey.${signing.domain}`;
  const key = await findKey(resolver, signing, name);
  if (typeof key !== "string") return key;
  const bits = bitsOf(key);
  if (bits > 0 && bits < FEWEST_BITS)
    return {
      diagnosis: warn(
        RULE,
        `the key at ${name} has ${bits} bits`,
        `Make one of ${FEWEST_BITS}: openssl genrsa -out dkim.pem ${FEWEST_BITS}`,
      ),
      canPass: "yes",
    };
  const whose = signing.kind === "own" ? "our key" : "a key";
  const size = bits === 0 ? "" : ` of ${bits} bits`;
  return { diagnosis: ok(RULE, `${name} has ${whose}${size}`), canPass: "yes" };
}
