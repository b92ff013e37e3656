import { createPrivateKey } from "node:crypto";

/** The key under which mails are signed (RFC 6376). */
export interface Signing {
  /** Domain the signature speaks for; aligned when it is the From address's own or a parent (RFC 9989). */
  domain: string;
  selector: string;
  /** RSA key in PEM. */
  key: string;
}

export type SigningResult = { kind: "signing"; signing: Signing } | { kind: "faulty"; reason: string };

/** Keys below this are refused by verifiers (RFC 8301, 3.2). */
const FEWEST_BITS = 1_024;

/**
 * What a signature covers. One-click unsubscription needs both List-Unsubscribe headers signed (RFC 8058, 4), and signing libraries
 * leave out the second one by default.
 */
export const SIGNED_HEADERS = [
  "From",
  "To",
  "Subject",
  "Date",
  "Message-ID",
  "Reply-To",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Auto-Submitted",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "List-Archive",
  "List-Help",
] as const;

/** Checks a key before anything is sent: the mail library would send without a signature, and say nothing. */
export function readSigning(domain: string, selector: string, key: string): SigningResult {
  let parsed;
  try {
    parsed = createPrivateKey(key);
  } catch {
    return { kind: "faulty", reason: "it is no private key in PEM; make one with: openssl genrsa -out dkim.pem 2048" };
  }
  if (parsed.asymmetricKeyType !== "rsa") return { kind: "faulty", reason: `it is of the kind ${parsed.asymmetricKeyType}; mails are signed with RSA` };
  const bits = parsed.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < FEWEST_BITS) return { kind: "faulty", reason: `it has ${bits} bits; verifiers refuse fewer than ${FEWEST_BITS}, and 2048 are usual` };
  return { kind: "signing", signing: { domain, selector, key } };
}

/** The same for the mail library; nothing where there is no key. */
export function signingOptions(signing: Signing | undefined) {
  if (signing === undefined) return {};
  const { domain, selector, key } = signing;
  return { dkim: { domainName: domain, keySelector: selector, privateKey: key, headerFieldNames: SIGNED_HEADERS.join(":") } };
}
